package org.hrscope.ui.inspector;

import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale;

/// How maps are coloured.
///
/// @param colours for non-negative maps; signed ones use blue to red
/// @param fixed   end of the range for [ColourScale.Range#FIXED]
public record Colouring(ColorMap colours, ColourScale.Range range, float fixed) {
    public static final Colouring USUAL =
            new Colouring(ColorMap.VIRIDIS, ColourScale.Range.CHANNEL, 1);
}
