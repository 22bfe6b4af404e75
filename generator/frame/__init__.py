"""The engine builds the theme and the hand-written pages; this stage takes them and cuts them at their slots."""

from generator.frame.engine_build import FrameBuild, start_frames
from generator.frame.engine_output import frames_of
from generator.frame.engines import ENGINES

__all__ = ["ENGINES", "FrameBuild", "frames_of", "start_frames"]
