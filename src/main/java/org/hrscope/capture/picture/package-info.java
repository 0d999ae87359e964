/// Still images as stored, one class per format: size, orientation and completeness are checked before a pixel is
/// decoded. Decoding is OpenCV's; what OpenCV gets wrong or does not bound is handled here.
@NullMarked
package org.hrscope.capture.picture;

import org.jspecify.annotations.NullMarked;
