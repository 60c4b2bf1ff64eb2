"""Candour: how well does a brand deserve people's trust with data?"""
