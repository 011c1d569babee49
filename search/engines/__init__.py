"""The engines, behind one small interface."""
