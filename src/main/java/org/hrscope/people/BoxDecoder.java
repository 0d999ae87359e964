package org.hrscope.people;

import java.util.List;
import org.hrscope.domain.Tensor;

/// Decodes a detector's output. Any thread.
interface BoxDecoder {
    /// Boxes in input pixels, highest score first, after non-maximum suppression. NaN scores are ignored.
    List<FoundPerson> decode(Tensor output);
}
