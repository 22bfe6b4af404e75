"""The engine builds the theme and the hand-written pages; this stage takes them and cuts them at their slots."""

from generator.frame.build import FrameBuild, start_frames
from generator.frame.engines import ENGINES
from generator.frame.output import frames_of

__all__ = ["ENGINES", "FrameBuild", "frames_of", "start_frames"]
