/// PyTorch checkpoint files -> named tensors. A pickle is a program: here it can build containers and tensors, and
/// nothing else.
@NullMarked
package org.hrscope.checkpoint;

import org.jspecify.annotations.NullMarked;
