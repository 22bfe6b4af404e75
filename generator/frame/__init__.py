"""Runs the engine, which builds the theme and the hand-written pages, and splits its output at the slots."""

from generator.frame.engine_build import FrameBuild, FrameSources, start_frames
from generator.frame.engine_errors import unreported
from generator.frame.engine_output import frames_of
from generator.frame.engines import ENGINES, PLUGIN

__all__ = ["ENGINES", "PLUGIN", "FrameBuild", "FrameSources", "frames_of", "start_frames", "unreported"]
