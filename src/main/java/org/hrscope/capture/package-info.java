/// Where frames come from: camera, video, image, folder, network stream, demo figure.
@NullMarked
package org.hrscope.capture;

import org.jspecify.annotations.NullMarked;
