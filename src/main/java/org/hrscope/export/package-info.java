/// Results in files, one sink per format: annotated images, COCO, CSV, OpenPose, NumPy; merging of shards.
@NullMarked
package org.hrscope.export;

import org.jspecify.annotations.NullMarked;
