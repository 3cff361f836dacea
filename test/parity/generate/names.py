"""names: what a user of DSPy can import, call, set or override, by its shortest path."""

import inspect
import logging
from importlib import import_module
from types import ModuleType
from typing import Any

import dspy
from dspy.dsp.utils.settings import DEFAULT_CONFIG

# From the shortest path to the longest, so that a thing is found under its shortest one first.
MODULES = (
    "dspy",
    "dspy.core",
    "dspy.utils",
    "dspy.clients",
    "dspy.predict",
    "dspy.adapters",
    "dspy.datasets",
    "dspy.evaluate",
    "dspy.streaming",
    "dspy.primitives",
    "dspy.retrievers",
    "dspy.signatures",
    "dspy.teleprompt",
    "dspy.experimental",
    "dspy.adapters.types",
)
# What stands in modules that are no packages: imported by users by the whole path.
BY_WHOLE_PATH = (
    "dspy.adapters.baml_adapter.BAMLAdapter",
    "dspy.clients.databricks.DatabricksProvider",
    "dspy.clients.lm_local.LocalProvider",
    "dspy.clients.openai.OpenAIProvider",
    "dspy.datasets.gsm8k.GSM8K",
    "dspy.datasets.gsm8k.gsm8k_metric",
    "dspy.evaluate.metrics.F1",
    "dspy.evaluate.metrics.HotPotF1",
    "dspy.predict.avatar.Avatar",
    "dspy.propose.GroundedProposer",
    "dspy.teleprompt.grpo.GRPO",
    "dspy.utils.parallelizer.ParallelExecutor",
    "dspy.utils.usage_tracker.UsageTracker",
)
# The same, in modules that need packages which DSPy does not install.
BY_WHOLE_PATH_WITH_EXTRAS = ("dspy.retrievers.databricks_rm.DatabricksRM", "dspy.retrievers.weaviate_rm.WeaviateRM")
# Classes whose methods users call or override; a class comes after those it extends.
WITH_MEMBERS = (
    "dspy.Module",
    "dspy.Predict",
    "dspy.Signature",
    "dspy.Example",
    "dspy.Prediction",
    "dspy.LM",
    "dspy.Evaluate",
    "dspy.Adapter",
    "dspy.Type",
    "dspy.Tool",
    "dspy.ToolCalls",
    "dspy.History",
    "dspy.Image",
    "dspy.Audio",
    "dspy.File",
    "dspy.experimental.Citations",
    "dspy.experimental.Document",
    "dspy.utils.BaseCallback",
    "dspy.utils.StatusMessageProvider",
)
# What instances get in their constructors.
ATTRIBUTES = {"dspy.Predict": ("signature", "demos", "lm", "config"), "dspy.LM": ("model", "kwargs", "history")}


def public_names() -> list[str]:
    """Every public name, sorted; a thing with two names of its own is there under both."""
    found: dict[tuple[str, int], str] = {}
    for path in MODULES:
        module = import_module(path)
        for name, thing in vars(module).items():
            if is_public(name, thing):
                found.setdefault((name, id(thing)), f"{path}.{name}")
    names = {*found.values(), *BY_WHOLE_PATH, *BY_WHOLE_PATH_WITH_EXTRAS}
    for path in BY_WHOLE_PATH:
        resolve(path)
    for path in WITH_MEMBERS:
        names.update(f"{path}.{member}" for member in members(resolve(path)))
    for path, attributes in ATTRIBUTES.items():
        names.update(f"{path}.{attribute}" for attribute in attributes)
    names.update(f"dspy.settings.{key}" for key in DEFAULT_CONFIG)
    return sorted(names)


def is_public(name: str, thing: Any) -> bool:
    if name.startswith("_") or isinstance(thing, ModuleType | logging.Logger):
        return False
    home = getattr(thing, "__module__", None)
    return not (inspect.isclass(thing) or inspect.isroutine(thing) or name == "Any") or str(home).startswith("dspy")


def resolve(path: str) -> Any:
    module, name = path.rsplit(".", 1)
    return getattr(import_module(module), name)


def members(cls: type) -> set[str]:
    """The methods, properties and fields that DSPy gives a class, without those of a class listed before it."""
    inherited = {name for path in WITH_MEMBERS for name in own_members(resolve(path)) if is_above(resolve(path), cls)}
    return own_members(cls) - inherited


def is_above(other: type, cls: type) -> bool:
    return other is not cls and issubclass(cls, other)


def own_members(cls: type) -> set[str]:
    bases = [base for base in (*cls.__mro__, *type(cls).__mro__) if base.__module__.startswith("dspy")]
    declared = {name for base in bases for name, thing in vars(base).items() if is_member(name, thing)}
    # Its pydantic fields are the user's own in a signature.
    return declared if cls is dspy.Signature else declared | set(getattr(cls, "model_fields", {}))


def is_member(name: str, thing: Any) -> bool:
    # The latter two are for pydantic, not for users.
    if name.startswith(("_", "validate_", "serialize_")):
        return False
    return callable(thing) or isinstance(thing, classmethod | staticmethod | property)
