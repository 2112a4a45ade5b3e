"""Find what was delivered, and take away what has landed.

Drop folders, paths given by hand, the hash of a delivery and its move to
``drop/.done`` belong here. Reading a delivery does not.
"""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from sources._shared.delivery import Delivery
from sources.registry import CONTRACTS, SUPPLIERS, adapter_for
from warehouse.layout import Layout
from warehouse.refusal import WrongUse

SHORT_HASH = 12  # characters that tell two files of one name apart


def find_deliveries(
    layout: Layout, suppliers: Sequence[str] | None, paths: Sequence[Path]
) -> list[Delivery]:
    """Return what there is to land, supplier by supplier.

    Raises:
        WrongUse: A supplier or a path is not known, or a path fits no supplier.
    """
    wanted = list(suppliers or SUPPLIERS)
    for name in wanted:
        if name not in CONTRACTS:
            raise WrongUse(f"no supplier {name!r}; there are {', '.join(SUPPLIERS)}")
    if paths:
        return [
            delivery for path in paths for delivery in _at_path(path, wanted, suppliers)
        ]
    folders = {name: layout.drop / name for name in wanted}
    return [
        delivery
        for name, folder in folders.items()
        if folder.is_dir()
        for delivery in adapter_for(name).find_deliveries(folder)
    ]


def _at_path(
    path: Path, wanted: list[str], suppliers: Sequence[str] | None
) -> Iterable[Delivery]:
    if not path.exists():
        raise WrongUse(f"{path}: no such file or folder")
    if suppliers and len(suppliers) == 1:
        return adapter_for(suppliers[0]).find_deliveries(path)
    named = [name for name in wanted if name in path.absolute().parts]
    if named:
        return adapter_for(named[-1]).find_deliveries(path)
    below = [name for name in wanted if path.is_dir() and (path / name).is_dir()]
    if below:
        return [
            delivery
            for name in below
            for delivery in adapter_for(name).find_deliveries(path / name)
        ]
    return _by_name(path, wanted)


def _by_name(path: Path, wanted: list[str]) -> list[Delivery]:
    """Return the deliveries of the one supplier that promises such names."""
    fitting = []
    for name in wanted:
        adapter = adapter_for(name)
        found = adapter.find_deliveries(path)
        if found and any(adapter.recognises(delivery) for delivery in found):
            fitting.append(found)
    if len(fitting) != 1:
        raise WrongUse(f"{path}: say whose it is: yjdw land --supplier NAME {path}")
    return fitting[0]


def hash_delivery(delivery: Delivery) -> tuple[str, int]:
    """Return SHA-256 and size in bytes; of a set, over the names and hashes in it."""
    if not delivery.path.is_dir():
        return _hash_file(delivery.path), delivery.path.stat().st_size
    whole, size = hashlib.sha256(), 0
    for file in delivery.files():
        whole.update(f"{file.name}\0{_hash_file(file)}\n".encode())
        size += file.stat().st_size
    return whole.hexdigest(), size


def _hash_file(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def take_away(layout: Layout, delivery: Delivery, file_sha256: str) -> None:
    """Move a delivery from its drop folder to ``drop/.done``; leave others alone.

    Raises:
        OSError: It could not be moved; it has landed all the same.
    """
    folder = layout.drop / delivery.supplier
    if not delivery.path.is_relative_to(folder):
        return
    target = layout.done / delivery.supplier / delivery.name
    if target.exists():
        target = target.with_name(f"{file_sha256[:SHORT_HASH]}_{target.name}")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not delivery.path.is_dir():
        delivery.path.replace(target)
        return
    target.mkdir(mode=0o700, exist_ok=True)
    for file in delivery.files():
        file.replace(target / file.name)
    if delivery.path != folder:
        with suppress(OSError):  # something else lies in it: it stays
            delivery.path.rmdir()
