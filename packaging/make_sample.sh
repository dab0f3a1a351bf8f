#!/bin/sh
# Makes resources/samples/sample.mov, the film behind "Try a sample job": soft colours, drifting
# discs and a quiet chord, 7 s of 1280x720 at 24 frames per second.
#
# usage: packaging/make_sample.sh [ffmpeg]
set -eu
ffmpeg=${1:-ffmpeg}
target=$(dirname "$0")/../resources/samples/sample.mov
mkdir -p "$(dirname "$target")"

# One disc: coverage 0 to 1, from its path over the 7 s (a closed curve), its radius and its edge,
# all in shares of the height. Arguments: x, y, sway x, sway y, phase, radius, edge.
disc() {
    echo "clip(($6-hypot(X/H-$1-$3*sin(2*PI*T/7+$5),Y/H-$2-$4*cos(2*PI*T/7+$5)))/$7+0.5,0,1)"
}
warm="0.50*$(disc 0.52 0.60 0.16 0.10 0.4 0.20 0.010)+0.32*$(disc 1.30 0.34 0.12 0.14 2.6 0.15 0.035)"
cool="0.44*$(disc 1.02 0.72 0.20 0.08 4.2 0.13 0.012)+0.30*$(disc 0.22 0.24 0.10 0.12 1.5 0.11 0.050)"
light="0.62*$(disc 1.42 0.78 0.14 0.10 5.3 0.055 0.008)+0.55*$(disc 0.84 0.26 0.22 0.10 3.3 0.040 0.008)"
discs="color=black@0:s=640x360:r=24:d=7,format=rgba"

"$ffmpeg" -hide_banner -loglevel warning -y \
    -f lavfi -i "gradients=s=320x180:r=24:d=7:n=4:c0=0x16213e:c1=0x0f6e84:c2=0xe07a5f:c3=0x3d2c5e\
:x0=0:y0=0:x1=319:y1=179:seed=11:speed=0.008:type=linear" \
    -f lavfi -i "$discs,geq=r=255:g=196:b=128:a='255*min(1,$warm)'" \
    -f lavfi -i "$discs,geq=r=96:g=214:b=214:a='255*min(1,$cool)'" \
    -f lavfi -i "$discs,geq=r=255:g=246:b=230:a='255*min(1,$light)'" \
    -f lavfi -i "aevalsrc='0.022*(sin(2*PI*220*t)+0.7*sin(2*PI*277.18*t)+0.6*sin(2*PI*329.63*t))\
*(0.75+0.25*sin(2*PI*t/3.5))|0.022*(sin(2*PI*220.4*t)+0.7*sin(2*PI*277.6*t)+0.6*sin(2*PI*329.2*t))\
*(0.75+0.25*cos(2*PI*t/3.5))':s=48000:d=7,afade=t=in:d=1.2,afade=t=out:st=5.6:d=1.4" \
    -filter_complex "[1:v]scale=1280:720:flags=bicubic[warm];[2:v]scale=1280:720:flags=bicubic[cool];\
[3:v]scale=1280:720:flags=bicubic[light];[0:v]format=gbrp16le,gblur=sigma=14,\
scale=1280:720:flags=bicubic,noise=alls=3:allf=t,format=gbrp[back];[back][cool]overlay=format=gbrp[one];\
[one][warm]overlay=format=gbrp[two];[two][light]overlay=format=gbrp,\
scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd,format=yuv420p,\
setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709[picture]" \
    -map "[picture]" -map 4:a \
    -c:v libx264 -preset veryslow -crf 20 -tune animation -x264-params aq-mode=3:aq-strength=1.2 \
    -c:a aac -b:a 64k -map_metadata -1 -fflags +bitexact -flags +bitexact \
    -movflags +faststart "$target"
