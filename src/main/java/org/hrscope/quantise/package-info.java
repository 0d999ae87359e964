/// Static int8 quantisation: ranges from the person's own frames, whole-number weights, which layers stay float, and
/// what it costs. See Jacob et al., arXiv:1712.05877.
@NullMarked
package org.hrscope.quantise;

import org.jspecify.annotations.NullMarked;
