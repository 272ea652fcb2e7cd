// app/pages.hpp: the pages of the interface and the records that each one shows. One table feeds navigation, search,
// the generic panels and the number of problems behind each entry.
#pragma once

#include <span>
#include <string_view>

#include "model/field.hpp"

namespace app {

enum class Page : std::uint8_t {
    Start,
    Overview,
    Cover,
    Goals,
    Tasks,
    Resources,
    Risks,
    Monitoring,
    Communication,
    Accounts,
    Verification,
    Consortium,
    Progress,
    Inspection,
    Review,
    Reports,
    Storage,
};

enum class PageGroup : std::uint8_t { None, Draft, Run, Check };  // 编制, 运行, 检查与交换

struct PageInfo {
    Page page;
    std::string_view name;  // words key "page.NAME"; also the page's name in addresses
    PageGroup group;
    std::string_view section;                    // of analysis rules: whose problems are counted here
    std::span<const model::RecordType> records;  // in tabs, in this order
};

std::span<const PageInfo> pages();
const PageInfo& page_info(Page page);
// The page on which a record is edited; owned records belong to the page of their owner.
Page page_of(model::RecordType type);
// Records whose kOwner field refers to rows of this type: edited inside its form.
std::span<const model::RecordType> owned_records(model::RecordType type);

}  // namespace app
