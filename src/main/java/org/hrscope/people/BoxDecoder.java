package org.hrscope.people;

import java.util.List;
import org.hrscope.domain.Tensor;

/// Reads people off a finder's output. Any thread.
interface BoxDecoder {
    /// Boxes in input pixels, the surest first, overlapping ones suppressed. Values that are no numbers are nobody.
    List<FoundPerson> decode(Tensor output);
}
