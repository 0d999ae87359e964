/// New joints for a trained network, from a few clicks: the features stay as they are, one more channel of the last
/// convolution is fitted in closed form.
@NullMarked
package org.hrscope.teach;

import org.jspecify.annotations.NullMarked;
