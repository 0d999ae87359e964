/// Still pictures as their files store them, a class a format: size, orientation and whether all of it is there are read
/// before a pixel is decoded. The decoders are OpenCV's; what these get wrong, or take without a bound, is put right here.
@NullMarked
package org.hrscope.capture.picture;

import org.jspecify.annotations.NullMarked;
