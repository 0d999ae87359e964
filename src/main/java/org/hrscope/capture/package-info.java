/// Where frames come from: camera, video, picture, folder, http stream, the demo figure.
@NullMarked
package org.hrscope.capture;

import org.jspecify.annotations.NullMarked;
