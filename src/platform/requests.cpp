#include "platform/requests.hpp"

#include "platform/host.hpp"

namespace platform {
namespace {

struct Carrier {
    void operator()(const app::FocusNode& r) const { host_focus(r.key, r.select_all); }
    void operator()(const app::Announce& r) const { host_announce(r.text.data(), r.text.size(), r.assertive); }
    void operator()(const app::CopyText& r) const {
        host_copy(r.text.data(), r.text.size(), r.html.data(), r.html.size());
    }
    void operator()(const app::DownloadFile& r) const {
        host_download(r.name.data(), r.name.size(), r.mime.data(), r.mime.size(), r.bytes.data(), r.bytes.size());
    }
    void operator()(const app::SaveFile& r) const {
        host_save(r.id, r.key.data(), r.key.size(), r.name.data(), r.name.size(), r.mime.data(), r.mime.size(),
                  r.bytes.data(), r.bytes.size());
    }
    void operator()(const app::PickFiles& r) const { host_pick_files(r.accept.data(), r.accept.size(), r.many); }
    void operator()(const app::PrintHtml& r) const {
        host_print(r.title.data(), r.title.size(), r.html.data(), r.html.size());
    }
    void operator()(const app::ShowHtml& r) const {
        host_show_html(r.over, r.rect.x, r.rect.y, r.rect.width, r.rect.height, r.html.data(), r.html.size());
    }
    void operator()(const app::FetchAsset& r) const { host_fetch(r.id, r.path.data(), r.path.size()); }
    void operator()(const app::StoreFiles& r) const {
        for (const app::StoreFiles::File& file : r.put)
            host_store_put(file.path.data(), file.path.size(), file.bytes.data(), file.bytes.size());
        for (const std::string& path : r.remove) host_store_remove(path.data(), path.size());
        host_store_commit(r.id);
    }
    void operator()(const app::ReadFile& r) const { host_read_file(r.id, r.path.data(), r.path.size()); }
    void operator()(const app::ReadCopies& r) const { host_read_copies(r.id, r.plans.data(), r.plans.size()); }
    void operator()(const app::RandomBytes& r) const { host_random(r.id, r.count); }
    void operator()(const app::SetPreference& r) const {
        host_preference(r.name.data(), r.name.size(), r.value.data(), r.value.size());
    }
    void operator()(const app::KeepTail& r) const { host_keep_tail(r.bytes.data(), r.bytes.size()); }
    void operator()(const app::PickDate& r) const { host_pick_date(r.key, r.value.data(), r.value.size()); }
    void operator()(const app::PersistStorage& r) const { host_persist(r.id, r.ask); }
    void operator()(const app::PlanAtWork& r) const {
        host_plan_at_work(r.plans.data(), r.plans.size(), static_cast<double>(r.shown), r.opening);
    }
    void operator()(const app::DoErrand& r) const {
        host_errand(r.id, r.language.data(), r.language.size(), r.bytes.data(), r.bytes.size());
    }
    void operator()(const app::CancelErrand& r) const { host_cancel_errand(r.errand); }
    void operator()(const app::Restart&) const { host_restart(); }
    void operator()(const app::FullScreen&) const { host_full_screen(); }
    void operator()(const app::PrivateStore& r) const {
        host_private(r.id, static_cast<int>(r.act), r.first.data(), r.first.size(), r.second.data(), r.second.size(),
                     r.content.data(), r.content.size());
    }
};

}  // namespace

void carry_out(const std::vector<app::Request>& requests) {
    for (const app::Request& request : requests) std::visit(Carrier{}, request);
    host_requests_done();
}

}  // namespace platform
