"""Keeps the documentation true: whatever it names exists, and its examples do what they show."""

import contextlib
import dataclasses
import io
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from doctest import ELLIPSIS, OutputChecker
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import click
import imageio_ffmpeg
import pytest
from msgspec import Meta
from typing_extensions import get_annotations

from rendermanager.cli.main import cli, main
from rendermanager.config.paths import HOME_VARIABLE, Paths
from rendermanager.config.settings import Settings
from rendermanager.core import errors
from rendermanager.core.job import IfExists, JobSpec
from rendermanager.core.status import TASK_MOVES, JobStatus, Priority, TaskState
from rendermanager.renderers.ffmpeg import PRESETS_PLACEHOLDER
