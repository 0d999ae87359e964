/// The convolution playground: a small convolution whose every number can be edited and watched.
@NullMarked
package org.hrscope.ui.playground;

import org.jspecify.annotations.NullMarked;
