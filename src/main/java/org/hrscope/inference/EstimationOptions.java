package org.hrscope.inference;

import org.hrscope.domain.Decoder;

/// Options that can change while a network runs: the decoder, and whether to average with the mirrored crop.
public record EstimationOptions(Decoder decoder, boolean flip) {}
