"""Which services can be simulated, and how many children each would know.

Names and sizes belong here. What is simulated belongs to ``simulation``.
"""

from difflib import get_close_matches

from warehouse.refusal import WrongUse

CHILDREN_A_YEAR = 300  # known to a service of Leicester's size (CONTEXT.md)
SIZE_OF_LEICESTER = 39_944  # children aged 10-17, mid-2021


def find_service(name: str) -> str:
    """Return the name of a service that can be simulated.

    Raises:
        WrongUse: there is none of that name; the message says which are near.
    """
    from simulation.reference import list_services, read_mapping

    named = set(read_mapping("organisation_names")["service"])
    services = [each for each in list_services() if each in named]
    if name in services:
        return name
    near = get_close_matches(name, services, n=3, cutoff=0.4) or services[:3]
    raise WrongUse(
        f"--service {name!r} is no service with a known population; "
        f"did you mean {', '.join(near)}?"
    )


def size_up(service: str, years: int) -> int:
    """Return how many children a service of that size knows over the years."""
    from simulation.reference import find_population

    size = find_population(service, 2021) / SIZE_OF_LEICESTER
    return max(round(CHILDREN_A_YEAR * years * size), 1)
