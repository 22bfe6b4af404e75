"""A quarter's bulletin as an e-mail: HTML, plain text, and both in one message that is ready to send. No I/O."""

from generator.render.email.email_content import LARGEST, BulletinEmail, bulletin_email

__all__ = ["LARGEST", "BulletinEmail", "bulletin_email"]
