"""The vocabulary of Render Manager: plain values and pure rules, without Qt, files or clocks."""
