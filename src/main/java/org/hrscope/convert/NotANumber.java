package org.hrscope.convert;

/// A weight that is NaN or infinite; the message is the layer's name. Becomes a `Problem` where the file is known.
final class NotANumber extends RuntimeException {
    NotANumber(String layer) {
        super(layer, null, false, false);
    }
}
