/// The convolution playground: a small convolution whose every number can be changed and seen at work.
@NullMarked
package org.hrscope.ui.playground;

import org.jspecify.annotations.NullMarked;
