package org.hrscope.inference;

import org.hrscope.domain.Decoder;

/// What can be chosen while a network runs: how joints are read off its maps, and whether the mirrored crop is asked too.
public record EstimationOptions(Decoder decoder, boolean flip) {}
