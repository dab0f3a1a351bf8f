"""A node and an npm of our own, which install a nexrender that answers with its version."""

import sys
from pathlib import Path

CLI = "node_modules/@nexrender/cli/src/bin.js"
NODE = f"""#!{sys.executable}
import os, pathlib, sys
if sys.argv[1] == "--version":
    print("v20.1.0")
elif sys.argv[2:] == ["--version"]:
    print(pathlib.Path(sys.argv[1]).read_text().strip() or sys.exit(3))
else:
    exec(pathlib.Path(sys.argv[1]).read_text())
"""
GOOD = f"""
assert sys.argv[2:4] == ["ci", "--ignore-scripts"], sys.argv
assert "NODE_OPTIONS" not in os.environ
assert pathlib.Path("package-lock.json").exists()
script = pathlib.Path("{CLI}")
script.parent.mkdir(parents=True)
script.write_text("1.46.5")
"""
OFFLINE = "print('npm error code ENOTFOUND\\nnpm error network'); sys.exit(1)"


def write_node(folder: Path) -> Path:
    """Node, where `write_npm` puts its npm beside it."""
    node = folder / "opt" / "bin" / "node"
    node.parent.mkdir(parents=True)
    node.write_text(NODE)
    node.chmod(0o755)
    return node


def write_npm(node: Path, script: str = GOOD) -> Path:
    """An npm that does what the script says."""
    npm = node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    npm.parent.mkdir(parents=True)
    npm.write_text(script)
    return npm
