/// Recordings: annotated frames as H.264 video with the source's sound, or as a short animated image.
@NullMarked
package org.hrscope.recording;

import org.jspecify.annotations.NullMarked;
