"""A quarter's bulletin as an e-mail: HTML, plain text, and both in one message ready to be sent. Pure."""

from generator.render.email.email_content import LARGEST, BulletinEmail, bulletin_email

__all__ = ["LARGEST", "BulletinEmail", "bulletin_email"]
