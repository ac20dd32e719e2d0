"""As much of JSON Schema as our own schema uses."""

from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}


def faults(value: Any, schema: dict[str, Any], at: str = "$") -> list[str]:
    """Return where a value is not as a schema says."""
    if "anyOf" in schema:
        return [] if any(not faults(value, one, at) for one in schema["anyOf"]) else [at]
    if "const" in schema:
        return [] if value == schema["const"] else [at]
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not isinstance(value, tuple(TYPES[name] for name in names)):
        return [f"{at}: {type(value).__name__}"]
    if isinstance(value, list):
        return [fault for one in value for fault in faults(one, schema["items"], f"{at}[]")]
    if not isinstance(value, dict):
        return []
    known = schema["properties"]
    wrong = [f"{at}.{name}: missing" for name in schema["required"] if name not in value]
    wrong += [f"{at}.{name}: unknown" for name in value if name not in known]
    return wrong + [
        fault
        for name, one in value.items()
        if name in known
        for fault in faults(one, known[name], f"{at}.{name}")
    ]
