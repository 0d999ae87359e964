/// A node's contents: all its channels, one of them enlarged, comparison with a pinned map, and joint decoding.
@NullMarked
package org.hrscope.ui.inspector;

import org.jspecify.annotations.NullMarked;
