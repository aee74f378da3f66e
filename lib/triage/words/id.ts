import type { WordTable } from "./table.ts";

export const id: WordTable = {
  mood: [
    [3, "terbaik luar_biasa sempurna keren mantap mantul jempolan juara istimewa memuaskan cinta sukses hebat top_banget"],
    [
      2,
      "bagus baik senang suka puas enak nyaman indah ramah cepat bahagia terima_kasih makasih terimakasih syukur alhamdulillah rekomendasi recommended sukses lezat nikmat gembira bangga asik asyik asyiknya cantik menarik membantu mudah murah segar lancar bersih wow sayang semangat lucu kece favorit menyenangkan unggul jujur aman selamat hormat salut damai berhasil tepat_waktu sip cocok",
    ],
    [
      1,
      "oke ok lumayan cukup semoga wajar strategis luas lengkap sejuk gratis diskon promo terjangkau ringan sehat rapi halus kuat stabil pas amin membaik berguna bermanfaat dukung mendukung setuju menang",
    ],
    [
      -1,
      "lambat lama antri antre kurang mahal sulit susah ribet sepi panas bising sempit kotor lelah capek bingung ragu khawatir takut gangguan masalah kendala telat terlambat hilang rugi sedih maaf sakit menunggu nunggu macet error lemot lelet galau salah habis batal mogok tumpah basi hambar asin pahit bosan berat beda miskin turun dihapus ditolak",
    ],
    [
      -2,
      "buruk jelek kecewa mengecewakan rusak gagal parah payah marah benci kesal sebel sebal jengkel nyesel menyesal bohong menipu penipuan tipu ditipu korupsi jorok bau bodoh gila kacau berantakan malu kasar cacat kapok merugikan sampah tidak_bisa gak_bisa ga_bisa nggak_bisa tidak_enak gak_enak ga_enak tidak_ramah tidak_puas tidak_sesuai tidak_layak sombong busuk lebay musibah bencana",
    ],
    [
      -3,
      "terburuk sangat_buruk bangsat anjing brengsek goblok tolol bajingan kampret parah_banget menjijikkan jijik biadab keparat setan laknat hancur",
    ],
  ],
  anger: [
    [0.8, "marah_banget murka bangsat anjing brengsek bajingan kampret keparat muak geram emosi goblok tolol"],
    [
      0.5,
      "marah kesal kesel jengkel sebel sebal benci penipu penipuan parah bohong kurang_ajar kapok tidak_becus gak_becus berkali-kali ketiga_kali sudah_tiga_kali gila sampah",
    ],
    [0.2, "kecewa mengecewakan payah nyesel capek bodoh buruk jelek malu"],
  ],
  urgency: [
    [0.8, "darurat segera urgent terbakar kebakaran meledak korslet bahaya berbahaya dibobol terdampar secepatnya"],
    [0.5, "hari_ini sekarang_juga malam_ini besok saldo_hilang uang_hilang terpotong cepetan buruan mendesak overheat"],
    [0.25, "sekarang tolong berhari-hari berminggu-minggu dari_kemarin masih_nunggu"],
  ],
  technical: [
    [0.4, "kode_error firmware bootloop mati_total gagal_update gagal_login kode_kesalahan"],
    [
      0.25,
      "error galat eror crash restart instal install server update pembaruan jaringan sinyal koneksi aplikasi hang lag ngelag macet nyambung tersambung terhubung baterai charger layar login masuk kata_sandi reset",
    ],
  ],
  complaint: [
    [
      0.6,
      "komplain keluhan tidak_bisa gak_bisa ga_bisa nggak_bisa rusak refund uang_kembali belum_sampai belum_datang belum_diterima tidak_ada_respon gak_ada_respon ga_dibalas tidak_dibalas tidak_berfungsi pelayanan_buruk pengembalian_dana",
    ],
    [
      0.4,
      "kecewa mengecewakan lambat lama gangguan masalah kendala hilang salah parah gagal telat terlambat tolong_diperbaiki kok_belum nunggu payah",
    ],
    [0.2, "kenapa kok masih belum lagi"],
  ],
  threat: [
    [
      0.7,
      "lapor_polisi laporkan_ke_polisi pengacara somasi jalur_hukum tuntut menuntut ylki ke_pengadilan saya_viralkan gue_viralkan bunuh",
    ],
    [0.4, "laporkan hukum polisi awas_ya viralkan"],
  ],
  question: [
    [0.6, "bagaimana_cara gimana_cara gimana_caranya apakah ada_yang_tahu ada_yang_tau kapan berapa di_mana dimana bisakah"],
    [0.3, "apa kenapa mengapa gimana bagaimana siapa mana"],
  ],
  request: [
    [
      0.6,
      "tolong_kirim tolong_kirimkan mohon_kirim minta_dikirim tolong_bantu mohon_bantuan minta_tolong bantu_dong tolong_dibantu mohon_dibantu mohon_info cek_dm mohon_dicek",
    ],
    [0.4, "tolong mohon bantu bantuan dong minta"],
  ],
  praise: [
    [0.6, "terima_kasih makasih terimakasih mantap mantul terbaik keren_banget pelayanan_bagus pelayanan_ramah"],
    [0.3, "bagus keren puas suka hebat rekomendasi recommended"],
  ],
  negators: "tidak tak gak ga nggak enggak ngga bukan belum jangan tanpa kurang gk tdk",
  boosters: "sangat sekali banget amat paling super bgt terlalu sungguh",
  turns: "tapi tetapi namun tp",
  endings: "nya lah kah ku mu an",
};
