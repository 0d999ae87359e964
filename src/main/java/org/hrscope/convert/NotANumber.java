package org.hrscope.convert;

/// A NaN or infinite weight; the message is the layer's name. Becomes a `Problem` where the file is known.
final class NotANumber extends RuntimeException {
    NotANumber(String layer) {
        super(layer, null, false, false);
    }
}
