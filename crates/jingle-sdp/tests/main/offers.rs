//! Offers as browsers make them, written by hand after the format of each: what they are made of, in their order.

/// An offer of Chromium: audio, video with retransmission and simulcast, and data channels.
pub(crate) const CHROMIUM: &str = "v=0\r
o=- 4611731400430051336 2 IN IP4 127.0.0.1\r
s=-\r
t=0 0\r
a=group:BUNDLE 0 1 2\r
a=extmap-allow-mixed\r
a=msid-semantic: WMS stream1\r
m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126\r
c=IN IP4 0.0.0.0\r
a=rtcp:9 IN IP4 0.0.0.0\r
a=candidate:1467250027 1 udp 2122260223 192.0.2.10 46243 typ host generation 0 network-id 1\r
a=candidate:435653019 1 tcp 1518280447 192.0.2.10 9 typ host tcptype active generation 0 network-id 1\r
a=candidate:1853887674 1 udp 1686052607 203.0.113.7 46243 typ srflx raddr 192.0.2.10 rport 46243 generation 0\r
a=ice-ufrag:Oq4t\r
a=ice-pwd:4iKmZQtYFmEWRZyNR0uRBUyB\r
a=ice-options:trickle\r
a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08\r
a=setup:actpass\r
a=mid:0\r
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level\r
a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time\r
a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01\r
a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid\r
a=sendrecv\r
a=msid:stream1 track1\r
a=rtcp-mux\r
a=rtcp-rsize\r
a=rtpmap:111 opus/48000/2\r
a=rtcp-fb:111 transport-cc\r
a=fmtp:111 minptime=10;useinbandfec=1\r
a=rtpmap:63 red/48000/2\r
a=fmtp:63 111/111\r
a=rtpmap:9 G722/8000\r
a=rtpmap:0 PCMU/8000\r
a=rtpmap:8 PCMA/8000\r
a=rtpmap:13 CN/8000\r
a=rtpmap:110 telephone-event/48000\r
a=rtpmap:126 telephone-event/8000\r
a=ssrc:3570614608 cname:4TOk42mSjXCkVIa6\r
a=ssrc:3570614608 msid:stream1 track1\r
m=video 9 UDP/TLS/RTP/SAVPF 96 97 103 104 45 46\r
c=IN IP4 0.0.0.0\r
b=AS:2500\r
a=rtcp:9 IN IP4 0.0.0.0\r
a=ice-ufrag:Oq4t\r
a=ice-pwd:4iKmZQtYFmEWRZyNR0uRBUyB\r
a=ice-options:trickle\r
a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08\r
a=setup:actpass\r
a=mid:1\r
a=extmap:14 urn:ietf:params:rtp-hdrext:toffset\r
a=extmap:13 urn:3gpp:video-orientation\r
a=extmap:10/recvonly urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\r
a=sendonly\r
a=msid:stream1 track2\r
a=rtcp-mux\r
a=rtcp-rsize\r
a=rtpmap:96 VP8/90000\r
a=rtcp-fb:96 goog-remb\r
a=rtcp-fb:96 transport-cc\r
a=rtcp-fb:96 ccm fir\r
a=rtcp-fb:96 nack\r
a=rtcp-fb:96 nack pli\r
a=rtpmap:97 rtx/90000\r
a=fmtp:97 apt=96\r
a=rtpmap:103 H264/90000\r
a=rtcp-fb:103 nack pli\r
a=fmtp:103 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f\r
a=rtpmap:104 rtx/90000\r
a=fmtp:104 apt=103\r
a=rtpmap:45 AV1/90000\r
a=fmtp:45 level-idx=5;profile=0;tier=0\r
a=rtpmap:46 rtx/90000\r
a=fmtp:46 apt=45\r
a=rid:h send\r
a=rid:l send\r
a=simulcast:send h;l\r
a=ssrc-group:FID 2231627014 632943048\r
a=ssrc:2231627014 cname:4TOk42mSjXCkVIa6\r
a=ssrc:2231627014 msid:stream1 track2\r
a=ssrc:632943048 cname:4TOk42mSjXCkVIa6\r
a=ssrc:632943048 msid:stream1 track2\r
m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r
c=IN IP4 0.0.0.0\r
a=ice-ufrag:Oq4t\r
a=ice-pwd:4iKmZQtYFmEWRZyNR0uRBUyB\r
a=ice-options:trickle\r
a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08\r
a=setup:actpass\r
a=mid:2\r
a=sctp-port:5000\r
a=max-message-size:262144\r
";

/// An offer of Firefox: the fingerprint for the whole session, other names, and feedback in another order.
pub(crate) const FIREFOX: &str = "v=0\r
o=mozilla...THIS_IS_SDPARTA-99.0 4927461859732413842 0 IN IP4 0.0.0.0\r
s=-\r
t=0 0\r
a=fingerprint:sha-256 12:92:AB:14:C2:3A:5E:77:80:4B:C9:0E:36:D2:F1:66:8A:90:1C:DE:52:0F:B7:43:EE:21:76:98:35:AC:0D:4F\r
a=group:BUNDLE 0 1\r
a=ice-options:trickle\r
a=msid-semantic:WMS *\r
m=audio 9 UDP/TLS/RTP/SAVPF 109 9 0 8 101\r
c=IN IP4 0.0.0.0\r
a=sendrecv\r
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level\r
a=extmap:2/recvonly urn:ietf:params:rtp-hdrext:csrc-audio-level\r
a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid\r
a=fmtp:109 maxplaybackrate=48000;stereo=1;useinbandfec=1\r
a=fmtp:101 0-15\r
a=ice-pwd:ac6ba3b5d7d8f2e4c1a09b8e7f6d5c4b\r
a=ice-ufrag:3f9c1d20\r
a=mid:0\r
a=msid:{5a990edd-0568-ac40-8d97-310fc33f3411} {218cfa1c-617d-2249-9997-60929ce4c405}\r
a=rtcp-mux\r
a=rtpmap:109 opus/48000/2\r
a=rtpmap:9 G722/8000/1\r
a=rtpmap:0 PCMU/8000\r
a=rtpmap:8 PCMA/8000\r
a=rtpmap:101 telephone-event/8000/1\r
a=setup:actpass\r
a=ssrc:2655508255 cname:{735484ea-4f6c-f74a-bd66-7425f8476c2e}\r
m=video 9 UDP/TLS/RTP/SAVPF 120 124 126 127\r
c=IN IP4 0.0.0.0\r
a=recvonly\r
a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid\r
a=extmap:5 urn:ietf:params:rtp-hdrext:toffset\r
a=fmtp:126 profile-level-id=42e01f;level-asymmetry-allowed=1;packetization-mode=1\r
a=fmtp:120 max-fs=12288;max-fr=60\r
a=fmtp:124 apt=120\r
a=fmtp:127 apt=126\r
a=ice-pwd:ac6ba3b5d7d8f2e4c1a09b8e7f6d5c4b\r
a=ice-ufrag:3f9c1d20\r
a=mid:1\r
a=rtcp-fb:120 nack\r
a=rtcp-fb:120 nack pli\r
a=rtcp-fb:120 ccm fir\r
a=rtcp-fb:120 goog-remb\r
a=rtcp-fb:126 nack\r
a=rtcp-fb:126 transport-cc\r
a=rtcp-mux\r
a=rtcp-rsize\r
a=rtpmap:120 VP8/90000\r
a=rtpmap:124 rtx/90000\r
a=rtpmap:126 H264/90000\r
a=rtpmap:127 rtx/90000\r
a=setup:actpass\r
";

/// What a gateway to telephones says: no ICE, keys in SDP, times of packets, several languages of SDP at once.
pub(crate) const GATEWAY: &str = "v=0\r
o=gw 1 1 IN IP4 192.0.2.1\r
s=Call\r
c=IN IP4 192.0.2.1\r
t=0 0\r
a=inactive\r
m=audio 40000 RTP/SAVP 0 101\r
b=AS:64\r
a=mid:audio\r
a=content:main,alt\r
a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:32 KDR=1 UNENCRYPTED_SRTCP\r
a=zrtp-hash:1.10 fe30efd02423cb054e50efd0248742ac7a52c8f91bc2df881ae642c371ba46df\r
a=rtcp-fb:* trr-int 100\r
a=rtpmap:101 telephone-event/8000\r
a=rtcp-fb:101 nack rpsi a=1\r
a=fmtp:101 0-15,66\r
a=ptime:20\r
a=maxptime:40\r
";
