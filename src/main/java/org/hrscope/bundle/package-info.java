/// A view of the window as one file, which opens to the same view elsewhere. Knows no window.
@NullMarked
package org.hrscope.bundle;

import org.jspecify.annotations.NullMarked;
