"""Tests of documents: faces, drawings, lists, codes and sheets."""
