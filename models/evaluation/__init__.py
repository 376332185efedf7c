"""How good the pipeline is: a database of findings against hand-annotated gold.

The gold's format and the rules of comparison are those of the annotation guidelines: texts are compared by their
letters and digits alone, so that line breaks, hyphenation and page headers do not matter.
"""
