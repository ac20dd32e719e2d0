"""Addresses of pages: two of the program's own, then whatever editors wrote."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
