import type { WordTable } from "./table.ts";

export const vi: WordTable = {
  mood: [
    [3, "tuyệt_vời xuất_sắc hoàn_hảo tuyệt tuyệt_hảo yêu đỉnh quá_tốt rất_tốt quá_đẹp quá_hay mê đáng_yêu"],
    [
      2,
      "tốt hay đẹp thích vui hài_lòng cảm_ơn cám_ơn nhiệt_tình thân_thiện hữu_ích dễ_hiểu bổ_ích ngon tận_tình tận_tâm dễ_thương hấp_dẫn thú_vị hạnh_phúc chất_lượng đáng_mua ủng_hộ giỏi tự_hào chúc_mừng sinh_động chu_đáo vui_vẻ vui_tính nhiệt_huyết sáng_tạo hiệu_quả thoải_mái gần_gũi",
    ],
    [
      1,
      "ổn được rõ_ràng nhanh đầy_đủ phù_hợp tạm_ổn tiện mát rẻ an_toàn hợp_lý đúng_giờ chi_tiết thực_tế dễ quan_tâm cụ_thể dễ_dàng may hi_vọng hy_vọng haha hihi kinh_nghiệm kỹ_lưỡng linh_hoạt tiến_bộ",
    ],
    [
      -1,
      "chậm lâu đắt khó mệt thiếu buồn lo sợ chán chờ đợi trễ muộn nhàm_chán khó_hiểu ít hạn_chế cũ ồn nóng chưa_tốt chưa_được hơi nặng không_rõ chưa_rõ mất nên_cải_thiện cần_cải_thiện quá_nhiều quá_nhanh lan_man rườm_rà buồn_ngủ nghe_không đau khóc tội",
    ],
    [
      -2,
      "tệ kém hỏng lỗi dở xấu thất_vọng ghét bực bực_mình tức khó_chịu vô_trách_nhiệm lừa lừa_đảo không_tốt không_hài_lòng không_thích không_hay không_được không_hiệu_quả bất_tiện bức_xúc phí_tiền nhảm vớ_vẩn không_hoạt_động không_dùng_được không_nhiệt_tình không_hợp_lý không_rõ_ràng không_đúng chán_nản ngu điên rác ghê xạo",
    ],
    [-3, "tồi_tệ quá_tệ rất_tệ kinh_khủng kinh_tởm khốn_nạn mất_dạy đồ_rác cực_kỳ_tệ tồi đáng_ghét địt đéo vcl đm óc_chó chó_chết"],
  ],
  anger: [
    [0.8, "điên_tiết phẫn_nộ khốn_nạn mất_dạy tức_giận tức_điên đm vcl địt đéo óc_chó cút chó_chết điên_máu"],
    [0.5, "bực_mình bực bức_xúc lừa_đảo vô_trách_nhiệm tức quá_đáng lần_thứ_ba đồ_rác ghét không_chấp_nhận ngu khinh láo vô_học"],
    [0.2, "thất_vọng khó_chịu tệ chán lừa tồi kinh_khủng"],
  ],
  urgency: [
    [0.8, "khẩn_cấp gấp cháy nổ nguy_hiểm bị_hack kẹt_ở ngay_lập_tức cấp_cứu giật_điện"],
    [0.5, "hôm_nay tối_nay ngày_mai mất_tiền trừ_tiền_hai_lần quá_nóng càng_sớm"],
    [0.25, "ngay sớm mấy_ngày mấy_tuần cứu"],
  ],
  technical: [
    [0.4, "mã_lỗi báo_lỗi firmware phần_mềm treo_máy khôi_phục_cài_đặt"],
    [
      0.25,
      "lỗi cập_nhật phiên_bản cài_đặt khởi_động máy_chủ kết_nối ghép_nối pin sạc màn_hình đăng_nhập mật_khẩu ứng_dụng treo đơ lag bluetooth wifi mạng",
    ],
  ],
  complaint: [
    [
      0.6,
      "khiếu_nại hoàn_tiền không_hoạt_động không_dùng_được chưa_nhận_được không_nhận_được không_trả_lời không_phản_hồi bị_hỏng bị_lỗi dịch_vụ_kém dịch_vụ_tệ không_ai_trả_lời giao_sai giao_thiếu",
    ],
    [0.4, "thất_vọng hỏng lỗi chậm trễ mất thiếu sai vấn_đề tệ kém chờ đợi bức_xúc"],
    [0.2, "vẫn_chưa vẫn sao lại"],
  ],
  threat: [
    [0.7, "luật_sư kiện ra_tòa khởi_kiện giết đập_chết"],
    [0.4, "công_an tố_cáo pháp_luật báo_chí cục_quản_lý bóc_phốt"],
  ],
  question: [
    [0.6, "làm_sao làm_thế_nào có_ai_biết ai_biết cho_hỏi cho_mình_hỏi khi_nào bao_giờ bao_nhiêu ở_đâu có_phải được_không phải_không"],
    [0.3, "sao gì nào ai đâu tại_sao"],
  ],
  request: [
    [0.6, "cho_mình_xin cho_em_xin cho_tôi_xin gửi_giúp giúp_mình giúp_em giúp_tôi giúp_với xin_hãy nhờ làm_ơn hỗ_trợ_giúp kiểm_tra_giúp"],
    [0.4, "giúp hỗ_trợ hãy mong đề_nghị yêu_cầu nên xin"],
  ],
  praise: [
    [0.6, "cảm_ơn cám_ơn tuyệt_vời rất_hài_lòng rất_tốt xuất_sắc phục_vụ_tốt"],
    [0.3, "thích hài_lòng tốt yêu nhiệt_tình"],
  ],
  negators: "không chưa chẳng chả đừng ko k hông khong chưa_từng không_hề",
  boosters: "rất quá lắm cực siêu cực_kỳ vô_cùng thật thực_sự",
  turns: "nhưng tuy_nhiên song",
};
