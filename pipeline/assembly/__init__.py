"""From what the components found to the records of one document: ids, pages, agenda items, persons.

Still pure: the same reading and the same `Doc` give the same records, on whatever machine.
"""

from pipeline.assembly.document import assemble

__all__ = ["assemble"]
