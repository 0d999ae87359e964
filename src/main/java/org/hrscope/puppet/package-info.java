/// A paper puppet that moves like a person: a 2-D skeleton with steady bones, its drawing as shapes, and its motion as
/// a file.
@NullMarked
package org.hrscope.puppet;

import org.jspecify.annotations.NullMarked;
