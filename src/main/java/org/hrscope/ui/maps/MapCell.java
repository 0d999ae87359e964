package org.hrscope.ui.maps;

/// A cell of a map: column, then row. Immutable.
public record MapCell(int x, int y) {}
