/// Results in files, one sink per format: annotated images, COCO, CSV, OpenPose, NumPy.
@NullMarked
package org.hrscope.export;

import org.jspecify.annotations.NullMarked;
