<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Licences…</source>
            <translation>许可证…</translation>
        </message>
        <message>
            <source>MIT licence. Not affiliated with InvokeAI or the makers of other servers.</source>
            <translation>MIT 许可证。与 InvokeAI 及其他服务器的开发者没有关联。</translation>
        </message>
        <message>
            <source>Qt {version} is used, unmodified, under the GNU Lesser General Public License, version 3. Its libraries are separate files, which you may replace by your own build. Licences shows the rest.</source>
            <translation>Qt {version} 依据 GNU 宽通用公共许可证第 3 版使用,未经修改。其库是独立的文件,您可以用自己构建的版本替换。其余内容见“许可证”。</translation>
        </message>
        <message>
            <source>Watches servers that generate images, and submits their workflows.</source>
            <translation>监视生成图像的服务器,并提交其工作流。</translation>
        </message>
    </context>
    <context>
        <name>AddressPage</name>
        <message>
            <source>/models/portrait.safetensors or https://…</source>
            <translation>/models/portrait.safetensors 或 https://…</translation>
        </message>
        <message>
            <source>A file or folder that the server can read, or the address of a model file. Drop a file here for its path: the server has to see it under the same path.</source>
            <translation>服务器能读取的文件或文件夹，或模型文件的网址。把文件拖到这里即可填入路径：服务器必须能在同一路径下看到它。</translation>
        </message>
        <message>
            <source>Else the server moves it into its own models folder</source>
            <translation>否则服务器会把它移到自己的模型文件夹</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>安装</translation>
        </message>
        <message>
            <source>Leave the file where it is</source>
            <translation>文件保留在原处</translation>
        </message>
        <message>
            <source>Path or address</source>
            <translation>路径或网址</translation>
        </message>
    </context>
    <context>
        <name>AgainDialog</name>
        <message>
            <source>&amp;With another</source>
            <translation>再加一个字段(&amp;W)</translation>
        </message>
        <message>
            <source>1 item</source>
            <translation>1 个项目</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Invoke</source>
            <translation>调用</translation>
        </message>
        <message>
            <source>Invoke {items}</source>
            <translation>调用 {items}</translation>
        </message>
        <message>
            <source>No values yet</source>
            <translation>尚无取值</translation>
        </message>
        <message>
            <source>Open in the form</source>
            <translation>在表单中打开</translation>
        </message>
        <message>
            <source>Random seed</source>
            <translation>随机种子</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} 个项目</translation>
        </message>
        <message>
            <source>{winners}, 1 value: {items}</source>
            <translation>{winners}，1 个取值：{items}</translation>
        </message>
        <message>
            <source>{winners}, {count} values: {items}</source>
            <translation>{winners}，{count} 个取值：{items}</translation>
        </message>
    </context>
    <context>
        <name>AppearancePage</name>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>As the theme</source>
            <translation>跟随主题</translation>
        </message>
        <message>
            <source>Busy bars stand still.</source>
            <translation>忙碌进度条静止不动。</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Font</source>
            <translation>字体</translation>
        </message>
        <message>
            <source>Ground behind pictures</source>
            <translation>图像背景</translation>
        </message>
        <message>
            <source>Inter</source>
            <translation>Inter</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Less motion</source>
            <translation>减少动画</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Middle</source>
            <translation>中性</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>The language changes with the next start.</source>
            <translation>语言在下次启动时更改。</translation>
        </message>
        <message>
            <source>The system's</source>
            <translation>系统字体</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
    </context>
    <context>
        <name>BoardBar</name>
        <message>
            <source>Assets</source>
            <translation>素材</translation>
        </message>
        <message>
            <source>Filter pictures…</source>
            <translation>筛选图像…</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>Images or assets</source>
            <translation>图像或素材</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>最新的在前</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>最旧的在前</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Rated first</source>
            <translation>评分高的在前</translation>
        </message>
        <message>
            <source>Search prompts and metadata</source>
            <translation>搜索提示词和元数据</translation>
        </message>
        <message>
            <source>Starred first</source>
            <translation>加星标的在前</translation>
        </message>
        <message>
            <source>Upload pictures to this board…</source>
            <translation>上传图像到此画板…</translation>
        </message>
        <message>
            <source>Words, and filters: model:sdxl lora:ink prompt:fox seed:123 size:1024x768
rating:&gt;=4 tag:keep starred board:cats after:2026-01 before:2026-03-18
A minus turns one round, quotes keep words together.</source>
            <translation>文字和筛选条件：model:sdxl lora:ink prompt:fox seed:123 size:1024x768
rating:&gt;=4 tag:keep starred board:cats after:2026-01 before:2026-03-18
减号表示取反，引号把多个词合在一起。</translation>
        </message>
        <message>
            <source>{chosen} of {total}</source>
            <translation>{chosen} / {total}</translation>
        </message>
        <message>
            <source>{chosen} of {total} pictures are chosen</source>
            <translation>已选 {chosen} 张，共 {total} 张图像</translation>
        </message>
    </context>
    <context>
        <name>BoardEditor</name>
        <message>
            <source>Auto</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Auto (the board below)</source>
            <translation>自动（使用下面的画板）</translation>
        </message>
        <message>
            <source>None (Uncategorized)</source>
            <translation>无（未分类）</translation>
        </message>
        <message>
            <source>{board} (not on the server)</source>
            <translation>{board}（不在服务器上）</translation>
        </message>
    </context>
    <context>
        <name>BoardMenu</name>
        <message>
            <source>Archive</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Download as zip…</source>
            <translation>下载为 zip…</translation>
        </message>
        <message>
            <source>New board…</source>
            <translation>新建画板…</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Private</source>
            <translation>私有</translation>
        </message>
        <message>
            <source>Public: others add to it</source>
            <translation>公开：他人可以添加</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Send new results here</source>
            <translation>新结果放到这里</translation>
        </message>
        <message>
            <source>Shared: others see it</source>
            <translation>共享：他人可以查看</translation>
        </message>
        <message>
            <source>Take out of the archive</source>
            <translation>取消归档</translation>
        </message>
        <message>
            <source>Upload pictures…</source>
            <translation>上传图像…</translation>
        </message>
        <message>
            <source>Visible for</source>
            <translation>可见范围</translation>
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>No assets on this board yet. Drop picture files on it to upload them.</source>
            <translation>此画板还没有素材。把图像文件拖到这里即可上传。</translation>
        </message>
        <message>
            <source>No picture matches the search.</source>
            <translation>没有符合搜索的图像。</translation>
        </message>
        <message>
            <source>No picture of this board matches the search.</source>
            <translation>此画板中没有符合搜索的图像。</translation>
        </message>
        <message>
            <source>No pictures on this board yet.</source>
            <translation>此画板还没有图像。</translation>
        </message>
        <message>
            <source>from the local index</source>
            <translation>来自本地索引</translation>
        </message>
    </context>
    <context>
        <name>BoardPicturesDialog</name>
        <message>
            <source>Add picture</source>
            <translation>添加图像</translation>
        </message>
        <message>
            <source>Assets</source>
            <translation>素材</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>画板</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>Images or assets</source>
            <translation>图像或素材</translation>
        </message>
        <message>
            <source>Pick from a board</source>
            <translation>从画板中选取</translation>
        </message>
        <message>
            <source>This board has no assets.</source>
            <translation>此画板没有素材。</translation>
        </message>
        <message>
            <source>This board has no images.</source>
            <translation>此画板没有图像。</translation>
        </message>
        <message>
            <source>This board has no videos.</source>
            <translation>此画板没有视频。</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>未分类</translation>
        </message>
        <message>
            <source>Use picture</source>
            <translation>使用图像</translation>
        </message>
        <message>
            <source>Use video</source>
            <translation>使用视频</translation>
        </message>
        <message>
            <source>Videos</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>{count} picture</source>
            <translation>{count} 张图像</translation>
        </message>
        <message>
            <source>{count} pictures</source>
            <translation>{count} 张图像</translation>
        </message>
        <message>
            <source>{count} video</source>
            <translation>{count} 个视频</translation>
        </message>
        <message>
            <source>{count} videos</source>
            <translation>{count} 个视频</translation>
        </message>
    </context>
    <context>
        <name>CachesPage</name>
        <message>
            <source>Caches</source>
            <translation>缓存</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Clear: {name}</source>
            <translation>清除：{name}</translation>
        </message>
        <message>
            <source>Clearing</source>
            <translation>正在清除</translation>
        </message>
        <message>
            <source>For searches. Made again with the next connection; ratings and tags stay.</source>
            <translation>用于搜索。下次连接时重新建立；评分和标签会保留。</translation>
        </message>
        <message>
            <source>Index of pictures</source>
            <translation>图像索引</translation>
        </message>
        <message>
            <source>Kept to be faster</source>
            <translation>为加快速度而保存</translation>
        </message>
        <message>
            <source>Node templates</source>
            <translation>节点模板</translation>
        </message>
        <message>
            <source>Read again with the next connection.</source>
            <translation>下次连接时重新读取。</translation>
        </message>
        <message>
            <source>Read from the server again when they are shown.</source>
            <translation>显示时重新从服务器读取。</translation>
        </message>
        <message>
            <source>Thumbnails</source>
            <translation>缩略图</translation>
        </message>
    </context>
    <context>
        <name>CardDelegate</name>
        <message>
            <source>Built-in</source>
            <translation>内置</translation>
        </message>
        <message>
            <source>Shared</source>
            <translation>共享</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>opened {ago}</source>
            <translation>{ago}打开</translation>
        </message>
    </context>
    <context>
        <name>CardList</name>
        <message>
            <source>Workflows</source>
            <translation>工作流</translation>
        </message>
    </context>
    <context>
        <name>CellMarks</name>
        <message>
            <source>Rating: {rating} of 5</source>
            <translation>评分：{rating} / 5</translation>
        </message>
        <message>
            <source>Tags: {tags}</source>
            <translation>标签：{tags}</translation>
        </message>
    </context>
    <context>
        <name>ChoiceEditor</name>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>There are no choices</source>
            <translation>没有可选项</translation>
        </message>
        <message>
            <source>{value} (not offered)</source>
            <translation>{value}（不在可选项中）</translation>
        </message>
    </context>
    <context>
        <name>ChoicePage</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>找到的模型</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>安装</translation>
        </message>
        <message>
            <source>Install {count}</source>
            <translation>安装 {count} 个</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>正在查找…</translation>
        </message>
    </context>
    <context>
        <name>ClockBlock</name>
        <message>
            <source>All work</source>
            <translation>全部任务</translation>
        </message>
        <message>
            <source>No server is shown</source>
            <translation>没有显示任何服务器</translation>
        </message>
        <message>
            <source>Not signed in</source>
            <translation>未登录</translation>
        </message>
        <message>
            <source>click one to show it</source>
            <translation>点击一个服务器即可显示</translation>
        </message>
        <message>
            <source>sign in to see what runs</source>
            <translation>登录后可查看正在运行的内容</translation>
        </message>
    </context>
    <context>
        <name>ColorEditor</name>
        <message>
            <source>Pick a color</source>
            <translation>选择颜色</translation>
        </message>
        <message>
            <source>{label}: pick a color</source>
            <translation>{label}：选择颜色</translation>
        </message>
    </context>
    <context>
        <name>ColumnsDialog</name>
        <message>
            <source>&amp;Usual columns</source>
            <translation>默认列(&amp;U)</translation>
        </message>
        <message>
            <source>Always shown</source>
            <translation>始终显示</translation>
        </message>
        <message>
            <source>Checked columns are shown, the first one at the left.</source>
            <translation>显示勾选的列，第一项在最左边。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Columns from left to right</source>
            <translation>从左到右的列</translation>
        </message>
        <message>
            <source>Move &amp;left</source>
            <translation>左移(&amp;L)</translation>
        </message>
        <message>
            <source>Move &amp;right</source>
            <translation>右移(&amp;R)</translation>
        </message>
    </context>
    <context>
        <name>ComboParameter</name>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
    </context>
    <context>
        <name>CommandConsent</name>
        <message>
            <source>Allow</source>
            <translation>允许</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>Do not allow</source>
            <translation>不允许</translation>
        </message>
        <message>
            <source>Each time when all work is done, this command runs with your rights, as if you had typed it. Allow it only if you know what it does.</source>
            <translation>每当所有任务完成时，此命令都会以您的权限运行，如同您亲自输入一样。仅在清楚其作用时才允许。</translation>
        </message>
        <message>
            <source>Run this command?</source>
            <translation>运行此命令吗？</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Find or do…</source>
            <translation>查找或执行…</translation>
        </message>
        <message>
            <source>What fits</source>
            <translation>匹配项</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>找到 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>ComparePane</name>
        <message>
            <source>Compare without this one</source>
            <translation>比较时去掉这一张</translation>
        </message>
        <message>
            <source>Picture {letter}: {title}</source>
            <translation>图像 {letter}：{title}</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Both pictures, with a slider between them</source>
            <translation>两张图像，中间有滑块</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>并排</translation>
        </message>
        <message>
            <source>Slider</source>
            <translation>滑块</translation>
        </message>
        <message>
            <source>Zoom together</source>
            <translation>同步缩放</translation>
        </message>
    </context>
    <context>
        <name>CompareWindow</name>
        <message>
            <source>All inputs are the same.</source>
            <translation>所有输入都相同。</translation>
        </message>
        <message>
            <source>Also what is the same</source>
            <translation>同时显示相同项</translation>
        </message>
        <message>
            <source>Compare {left} with {right}</source>
            <translation>比较 {left} 与 {right}</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>Inputs of both items</source>
            <translation>两个项目的输入</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>Item {id}, one of {count}</source>
            <translation>项目 {id}，共 {count} 个</translation>
        </message>
        <message>
            <source>No such input</source>
            <translation>没有这样的输入</translation>
        </message>
        <message>
            <source>One of these items has no inputs that can be read.</source>
            <translation>其中一个项目没有可读取的输入。</translation>
        </message>
        <message>
            <source>{count} of {total} inputs differ.</source>
            <translation>{total} 个输入中有 {count} 个不同。</translation>
        </message>
    </context>
    <context>
        <name>Connections</name>
        <message>
            <source>Demo</source>
            <translation>演示</translation>
        </message>
        <message>
            <source>Recording: {file}</source>
            <translation>录制：{file}</translation>
        </message>
    </context>
    <context>
        <name>ConnectionsPage</name>
        <message>
            <source>AUTOMATIC1111 and its kin, DiffuGen, LoRA Manager and inference.sh while nothing runs; InvokeAI only where live updates are not to be had. Less often spares a server, and shows later what others do there.</source>
            <translation>空闲时的 AUTOMATIC1111 及同类、DiffuGen、LoRA Manager 和 inference.sh;InvokeAI 仅在无法实时更新时才询问。询问越少,服务器负担越轻,但他人的操作会更晚显示。</translation>
        </message>
        <message>
            <source>Ask them</source>
            <translation>询问间隔</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Every {n} s</source>
            <translation>每 {n} 秒</translation>
        </message>
        <message>
            <source>Servers that do not tell by themselves what happens</source>
            <translation>不会主动通知的服务器</translation>
        </message>
    </context>
    <context>
        <name>ContextBook</name>
        <message>
            <source>{duration}, done at {clock}</source>
            <translation>{duration}，{clock} 完成</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>DesktopPage</name>
        <message>
            <source>A command line</source>
            <translation>命令行</translation>
        </message>
        <message>
            <source>Allow…</source>
            <translation>允许…</translation>
        </message>
        <message>
            <source>As a bar in the taskbar or dock</source>
            <translation>在任务栏或程序坞中显示进度条</translation>
        </message>
        <message>
            <source>As a number on the application's icon</source>
            <translation>在应用图标上显示数字</translation>
        </message>
        <message>
            <source>As an icon in the tray</source>
            <translation>在系统托盘中显示图标</translation>
        </message>
        <message>
            <source>Closing the window hides it there</source>
            <translation>关闭窗口时隐藏到托盘</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>Desktop</source>
            <translation>桌面</translation>
        </message>
        <message>
            <source>Do nothing</source>
            <translation>什么都不做</translation>
        </message>
        <message>
            <source>How far the work is</source>
            <translation>任务进度</translation>
        </message>
        <message>
            <source>In the title of the window</source>
            <translation>在窗口标题中</translation>
        </message>
        <message>
            <source>It does not run before you have allowed it.</source>
            <translation>在您允许之前不会运行。</translation>
        </message>
        <message>
            <source>It runs 10 s after the last item has ended, unless you stop it.</source>
            <translation>最后一个项目结束 10 秒后运行，除非您停止它。</translation>
        </message>
        <message>
            <source>Keep this computer awake</source>
            <translation>保持这台电脑不休眠</translation>
        </message>
        <message>
            <source>Run a command</source>
            <translation>运行命令</translation>
        </message>
        <message>
            <source>Show a notification</source>
            <translation>显示通知</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>然后</translation>
        </message>
        <message>
            <source>This desktop has no tray.</source>
            <translation>此桌面没有系统托盘。</translation>
        </message>
        <message>
            <source>When all work is done</source>
            <translation>所有任务完成时</translation>
        </message>
        <message>
            <source>While items run</source>
            <translation>项目运行期间</translation>
        </message>
    </context>
    <context>
        <name>DetailsHeader</name>
        <message>
            <source>Copy as bug report</source>
            <translation>复制为错误报告</translation>
        </message>
        <message>
            <source>Details in a window of their own</source>
            <translation>在单独窗口中显示详情</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>item {id}</source>
            <translation>项目 {id}</translation>
        </message>
    </context>
    <context>
        <name>DetailsPages</name>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>No node has run.</source>
            <translation>没有节点运行过。</translation>
        </message>
        <message>
            <source>Nodes</source>
            <translation>节点</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Results of this item</source>
            <translation>此项目的结果</translation>
        </message>
        <message>
            <source>The server keeps no times of nodes, and this item was not seen running.</source>
            <translation>服务器不保存节点用时，也没有看到此项目运行。</translation>
        </message>
        <message>
            <source>What ran before this app saw the item has no times.</source>
            <translation>在本应用看到该项目之前运行的部分没有用时。</translation>
        </message>
        <message>
            <source>Whole item</source>
            <translation>整个项目</translation>
        </message>
    </context>
    <context>
        <name>DetailsView</name>
        <message>
            <source>Choose an item in the queue to see its details.</source>
            <translation>在队列中选择一个项目以查看详情。</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>This item is private: its server tells other users its state alone.</source>
            <translation>此项目为私有：服务器只告知其他用户它的状态。</translation>
        </message>
        <message>
            <source>This kind of server keeps no details of its items.</source>
            <translation>这类服务器不保存项目详情。</translation>
        </message>
    </context>
    <context>
        <name>DifferenceTable</name>
        <message>
            <source>All raw data</source>
            <translation>全部原始数据</translation>
        </message>
        <message>
            <source>They were made with the same values.</source>
            <translation>它们使用相同的取值生成。</translation>
        </message>
        <message>
            <source>What differs between the pictures</source>
            <translation>图像之间的不同</translation>
        </message>
        <message>
            <source>{facts} facts differ, {values} values of the raw data.</source>
            <translation>{facts} 项信息不同，原始数据中 {values} 个值不同。</translation>
        </message>
    </context>
    <context>
        <name>DifferenceView</name>
        <message>
            <source>Both are the same, pixel by pixel.</source>
            <translation>两张图像逐像素相同。</translation>
        </message>
        <message>
            <source>Both look the same.</source>
            <translation>两张图像看起来相同。</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>亮度</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>正在比较</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>How much the difference is brightened</source>
            <translation>差异的提亮程度</translation>
        </message>
        <message>
            <source>Their sizes differ: the second is stretched to the first.</source>
            <translation>两张图像尺寸不同：第二张已拉伸到第一张的尺寸。</translation>
        </message>
        <message>
            <source>They are large, and were compared at a smaller size.</source>
            <translation>图像较大，已缩小后比较。</translation>
        </message>
        <message>
            <source>Times {gain}</source>
            <translation>{gain} 倍</translation>
        </message>
        <message>
            <source>{share} of the pixels differ, by {mean} on average.</source>
            <translation>{share} 的像素不同，平均相差 {mean}。</translation>
        </message>
    </context>
    <context>
        <name>DryRunWindow</name>
        <message>
            <source>1 item</source>
            <translation>1 个项目</translation>
        </message>
        <message>
            <source>As text</source>
            <translation>以文本显示</translation>
        </message>
        <message>
            <source>Copy as JSON</source>
            <translation>复制为 JSON</translation>
        </message>
        <message>
            <source>Copy as Python</source>
            <translation>复制为 Python</translation>
        </message>
        <message>
            <source>Copy as curl</source>
            <translation>复制为 curl</translation>
        </message>
        <message>
            <source>Dry run: {workflow}</source>
            <translation>试运行：{workflow}</translation>
        </message>
        <message>
            <source>Nothing was sent. This would make {items} in {batches} batches.</source>
            <translation>没有发送任何内容。将产生 {items}，分为 {batches} 个批次。</translation>
        </message>
        <message>
            <source>Nothing was sent. This would make {items}.</source>
            <translation>没有发送任何内容。将产生 {items}。</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>Request as text</source>
            <translation>请求文本</translation>
        </message>
        <message>
            <source>With $IVK_TOKEN in place of a token</source>
            <translation>以 $IVK_TOKEN 代替令牌</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} 个项目</translation>
        </message>
    </context>
    <context>
        <name>EditDialog</name>
        <message>
            <source>&amp;Description</source>
            <translation>描述(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Trigger phrases
(one a line)</source>
            <translation>触发词(&amp;T)
（每行一个）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Edit {model}</source>
            <translation>编辑 {model}</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>not set</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>“{text}” is not a number.</source>
            <translation>“{text}”不是数字。</translation>
        </message>
    </context>
    <context>
        <name>ErrorCentre</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Dismiss all</source>
            <translation>全部忽略</translation>
        </message>
        <message>
            <source>Failures</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>Nothing has failed.</source>
            <translation>没有失败的项目。</translation>
        </message>
        <message>
            <source>{items} failed</source>
            <translation>{items} 失败</translation>
        </message>
    </context>
    <context>
        <name>ErrorPage</name>
        <message>
            <source>Copy error</source>
            <translation>复制错误</translation>
        </message>
        <message>
            <source>The first {count} characters are left out here; Copy error has them.</source>
            <translation>此处省略了前 {count} 个字符；“复制错误”包含全部内容。</translation>
        </message>
        <message>
            <source>Traceback</source>
            <translation>调用栈</translation>
        </message>
    </context>
    <context>
        <name>EventTable</name>
        <message>
            <source>Events</source>
            <translation>事件</translation>
        </message>
    </context>
    <context>
        <name>EventWindow</name>
        <message>
            <source>All events</source>
            <translation>所有事件</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Data of the event</source>
            <translation>事件数据</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Event log of {server}</source>
            <translation>{server} 的事件日志</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>In short</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Play a recording</source>
            <translation>播放录制</translation>
        </message>
        <message>
            <source>Play a recording…</source>
            <translation>播放录制…</translation>
        </message>
        <message>
            <source>Record events</source>
            <translation>录制事件</translation>
        </message>
        <message>
            <source>Record to a file…</source>
            <translation>录制到文件…</translation>
        </message>
        <message>
            <source>Recordings (*.jsonl)</source>
            <translation>录制文件 (*.jsonl)</translation>
        </message>
        <message>
            <source>Stop recording</source>
            <translation>停止录制</translation>
        </message>
        <message>
            <source>Text in the data</source>
            <translation>数据中的文字</translation>
        </message>
        <message>
            <source>The recording is finished.</source>
            <translation>录制已播放完毕。</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>With pictures</source>
            <translation>包含图像</translation>
        </message>
        <message>
            <source>With prompts and inputs</source>
            <translation>包含提示词和输入</translation>
        </message>
        <message>
            <source>Without it, the file has neither; names and tokens are never in it</source>
            <translation>不勾选时文件中两者都没有；名称和令牌从不写入</translation>
        </message>
        <message>
            <source>{count} events in {file}</source>
            <translation>{file} 中有 {count} 个事件</translation>
        </message>
    </context>
    <context>
        <name>ExportButton</name>
        <message>
            <source>1 result saved</source>
            <translation>已保存 1 个结果</translation>
        </message>
        <message>
            <source>Another window of this app saves the results of this server.</source>
            <translation>本应用的另一个窗口正在保存此服务器的结果。</translation>
        </message>
        <message>
            <source>Results are saved</source>
            <translation>结果会被保存</translation>
        </message>
        <message>
            <source>Results are saved by themselves. A click opens the settings.</source>
            <translation>结果会自动保存。点击打开设置。</translation>
        </message>
        <message>
            <source>Saved elsewhere</source>
            <translation>在别处保存</translation>
        </message>
        <message>
            <source>Saving paused</source>
            <translation>保存已暂停</translation>
        </message>
        <message>
            <source>Saving, {count} left</source>
            <translation>正在保存，剩余 {count}</translation>
        </message>
        <message>
            <source>{count} results saved</source>
            <translation>已保存 {count} 个结果</translation>
        </message>
    </context>
    <context>
        <name>ExportPage</name>
        <message>
            <source>All that the servers make</source>
            <translation>服务器生成的全部结果</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>For example {path}</source>
            <translation>例如 {path}</translation>
        </message>
        <message>
            <source>Insert a field</source>
            <translation>插入字段</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>文件名</translation>
        </message>
        <message>
            <source>Only of these servers</source>
            <translation>仅限这些服务器</translation>
        </message>
        <message>
            <source>Only on these boards</source>
            <translation>仅限这些画板</translation>
        </message>
        <message>
            <source>Pictures and videos as the server has them, each once. What ends while the app is closed is saved when it is back. No file is ever replaced.</source>
            <translation>按服务器上的原样保存图像和视频，每个一次。应用关闭期间完成的结果在再次打开后保存。绝不覆盖任何文件。</translation>
        </message>
        <message>
            <source>Save each result to a folder</source>
            <translation>把每个结果保存到文件夹</translation>
        </message>
        <message>
            <source>Save results</source>
            <translation>保存结果</translation>
        </message>
        <message>
            <source>Save results in</source>
            <translation>结果保存位置</translation>
        </message>
        <message>
            <source>What I submit here</source>
            <translation>我在这里提交的</translation>
        </message>
        <message>
            <source>Where nothing is ticked, all are meant.</source>
            <translation>什么都不勾选表示全部。</translation>
        </message>
        <message>
            <source>Which results</source>
            <translation>哪些结果</translation>
        </message>
        <message>
            <source>With a JSON file beside each, its metadata</source>
            <translation>为每个结果附带一个包含元数据的 JSON 文件</translation>
        </message>
        <message>
            <source>{n} counts the results of one submission</source>
            <translation>{n} 为一次提交的结果计数</translation>
        </message>
        <message>
            <source>{problem} The names before it hold.</source>
            <translation>{problem} 之前的文件名继续有效。</translation>
        </message>
    </context>
    <context>
        <name>FactValue</name>
        <message>
            <source>Click to copy</source>
            <translation>点击复制</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
    </context>
    <context>
        <name>FactsList</name>
        <message>
            <source>What the picture was made of</source>
            <translation>图像的生成信息</translation>
        </message>
    </context>
    <context>
        <name>FieldMenu</name>
        <message>
            <source>Another random seed each run</source>
            <translation>每次运行换一个随机种子</translation>
        </message>
        <message>
            <source>Every combination</source>
            <translation>所有组合</translation>
        </message>
        <message>
            <source>In step with {field}</source>
            <translation>与 {field} 同步</translation>
        </message>
        <message>
            <source>Remove the sweep</source>
            <translation>移除参数扫描</translation>
        </message>
        <message>
            <source>Run with many values</source>
            <translation>用多个取值运行</translation>
        </message>
        <message>
            <source>The next seed each run</source>
            <translation>每次运行使用下一个种子</translation>
        </message>
        <message>
            <source>The same seed every run</source>
            <translation>每次运行使用相同种子</translation>
        </message>
        <message>
            <source>{field}: vary it</source>
            <translation>{field}：改变取值</translation>
        </message>
        <message>
            <source>{source}…</source>
            <translation>{source}…</translation>
        </message>
    </context>
    <context>
        <name>FieldView</name>
        <message>
            <source>Another node gives this value: what stands here is not used.</source>
            <translation>该值由另一个节点提供：此处的内容不会使用。</translation>
        </message>
        <message>
            <source>Back to the workflow's value</source>
            <translation>恢复为工作流的值</translation>
        </message>
        <message>
            <source>Provided by connection</source>
            <translation>由连接提供</translation>
        </message>
        <message>
            <source>Run with many values ({keys})</source>
            <translation>用多个取值运行（{keys}）</translation>
        </message>
        <message>
            <source>swept</source>
            <translation>扫描</translation>
        </message>
        <message>
            <source>with {field}</source>
            <translation>随 {field}</translation>
        </message>
        <message>
            <source>{label}: back to the workflow's value</source>
            <translation>{label}：恢复为工作流的值</translation>
        </message>
        <message>
            <source>{label}: vary it</source>
            <translation>{label}：改变取值</translation>
        </message>
    </context>
    <context>
        <name>FilePage</name>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>None chosen</source>
            <translation>未选择</translation>
        </message>
    </context>
    <context>
        <name>FilterPopup</name>
        <message>
            <source>All boards</source>
            <translation>所有画板</translation>
        </message>
        <message>
            <source>Any</source>
            <translation>任意</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>Before day</source>
            <translation>早于</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>From day</source>
            <translation>不早于</translation>
        </message>
        <message>
            <source>LoRA</source>
            <translation>LoRA</translation>
        </message>
        <message>
            <source>Local index</source>
            <translation>本地索引</translation>
        </message>
        <message>
            <source>Look in</source>
            <translation>搜索范围</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Negative prompt</source>
            <translation>负面提示词</translation>
        </message>
        <message>
            <source>One of your tags</source>
            <translation>您的某个标签</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>提示词</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Server and local index</source>
            <translation>服务器和本地索引</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <source>Starred only</source>
            <translation>仅加星标</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>This board</source>
            <translation>此画板</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>工作流</translation>
        </message>
        <message>
            <source>{stars} or more</source>
            <translation>{stars} 或更高</translation>
        </message>
    </context>
    <context>
        <name>FoldDetail</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>忽略</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>Hide the traceback</source>
            <translation>隐藏调用栈</translation>
        </message>
        <message>
            <source>Its server has to be connected</source>
            <translation>需要先连接其服务器</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Retry {items}</source>
            <translation>重试 {items}</translation>
        </message>
        <message>
            <source>Show in the queue</source>
            <translation>在队列中显示</translation>
        </message>
        <message>
            <source>Show the traceback</source>
            <translation>显示调用栈</translation>
        </message>
        <message>
            <source>Traceback</source>
            <translation>调用栈</translation>
        </message>
    </context>
    <context>
        <name>FoldList</name>
        <message>
            <source>Failures</source>
            <translation>失败</translation>
        </message>
    </context>
    <context>
        <name>FolderPage</name>
        <message>
            <source>/models</source>
            <translation>/models</translation>
        </message>
        <message>
            <source>A folder on the server's computer. It is looked through, with all below.</source>
            <translation>服务器电脑上的文件夹，将连同子文件夹一起查找。</translation>
        </message>
        <message>
            <source>Folder of the server</source>
            <translation>服务器文件夹</translation>
        </message>
        <message>
            <source>Leave files where they are</source>
            <translation>文件保留在原处</translation>
        </message>
        <message>
            <source>No model was found there.</source>
            <translation>那里没有找到模型。</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>扫描</translation>
        </message>
        <message>
            <source>Uploading {done} of {count}…</source>
            <translation>正在上传 {done} / {count}…</translation>
        </message>
        <message>
            <source>installed</source>
            <translation>已安装</translation>
        </message>
        <message>
            <source>{models}, {count} of them not installed.</source>
            <translation>{models}，其中 {count} 个未安装。</translation>
        </message>
    </context>
    <context>
        <name>FormPanel</name>
        <message>
            <source>Connect to a server to see its workflows, boards and models.</source>
            <translation>连接到服务器以查看其工作流、画板和模型。</translation>
        </message>
        <message>
            <source>Connect to a server…</source>
            <translation>连接到服务器…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>No workflow is open. Choose one in the sidebar, or open a file.</source>
            <translation>没有打开的工作流。请在侧栏中选择，或打开文件。</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Sign in…</source>
            <translation>登录…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Undo {what}</source>
            <translation>撤销{what}</translation>
        </message>
    </context>
    <context>
        <name>FoundHere</name>
        <message>
            <source>Use it</source>
            <translation>使用它</translation>
        </message>
    </context>
    <context>
        <name>FrameEditor</name>
        <message>
            <source>{count} frames</source>
            <translation>{count} 帧</translation>
        </message>
    </context>
    <context>
        <name>FullScreen</name>
        <message>
            <source>Back to the window</source>
            <translation>返回窗口</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图像</translation>
        </message>
    </context>
    <context>
        <name>GeneratorEditor</name>
        <message>
            <source>Assets</source>
            <translation>素材</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>未分类</translation>
        </message>
    </context>
    <context>
        <name>GeneratorPreview</name>
        <message>
            <source>1 item</source>
            <translation>1 个项目</translation>
        </message>
        <message>
            <source>Looking what this yields…</source>
            <translation>正在查看会产生什么…</translation>
        </message>
        <message>
            <source>What the generator yields</source>
            <translation>生成器产生的内容</translation>
        </message>
        <message>
            <source>Yields nothing</source>
            <translation>没有产生内容</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} 个项目</translation>
        </message>
    </context>
    <context>
        <name>Herald</name>
        <message>
            <source>All work is done</source>
            <translation>所有任务已完成</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>没有给出原因</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>{count} done</source>
            <translation>{count} 个完成</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} 个失败</translation>
        </message>
        <message>
            <source>{count} finished</source>
            <translation>{count} 个已结束</translation>
        </message>
        <message>
            <source>{name} failed</source>
            <translation>{name} 失败</translation>
        </message>
        <message>
            <source>{name} is done</source>
            <translation>{name} 已完成</translation>
        </message>
        <message>
            <source>{what} since {time}.</source>
            <translation>自 {time} 起，{what}。</translation>
        </message>
    </context>
    <context>
        <name>HistoryActions</name>
        <message>
            <source>Copy error</source>
            <translation>复制错误</translation>
        </message>
        <message>
            <source>Copy id</source>
            <translation>复制 ID</translation>
        </message>
        <message>
            <source>Copy inputs</source>
            <translation>复制输入</translation>
        </message>
        <message>
            <source>Delete from history…</source>
            <translation>从历史记录中删除…</translation>
        </message>
        <message>
            <source>Open as form</source>
            <translation>打开为表单</translation>
        </message>
        <message>
            <source>Run again</source>
            <translation>再次运行</translation>
        </message>
        <message>
            <source>Run batch again</source>
            <translation>再次运行批次</translation>
        </message>
        <message>
            <source>Run {count} items again</source>
            <translation>再次运行 {count} 个项目</translation>
        </message>
        <message>
            <source>Show batch</source>
            <translation>显示批次</translation>
        </message>
    </context>
    <context>
        <name>HistoryFilters</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All servers</source>
            <translation>所有服务器</translation>
        </message>
        <message>
            <source>All workflows</source>
            <translation>所有工作流</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>任何时间</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>From … to …</source>
            <translation>从 … 到 …</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>最近 30 天</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>最近 7 天</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Not ended</source>
            <translation>未结束</translation>
        </message>
        <message>
            <source>One batch</source>
            <translation>一个批次</translation>
        </message>
        <message>
            <source>Only the items of one batch are shown</source>
            <translation>只显示一个批次的项目</translation>
        </message>
        <message>
            <source>Pending, running, waiting, or gone from the queue unseen</source>
            <translation>等待中、运行中、搁置，或未被看到就从队列消失</translation>
        </message>
        <message>
            <source>Search workflows, prompts, values and errors</source>
            <translation>搜索工作流、提示词、取值和错误</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>工作流</translation>
        </message>
    </context>
    <context>
        <name>HistorySide</name>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Choose an item to see what it ran with and what came of it.</source>
            <translation>选择一个项目，查看它的运行取值和结果。</translation>
        </message>
        <message>
            <source>Connect to the server to see all pictures.</source>
            <translation>连接服务器以查看所有图像。</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>No inputs are known: it was not submitted from here.</source>
            <translation>输入未知：它不是从这里提交的。</translation>
        </message>
        <message>
            <source>One picture is not on the server any more.</source>
            <translation>有一张图像已不在服务器上。</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Run time</source>
            <translation>运行时间</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Show batch</source>
            <translation>显示批次</translation>
        </message>
        <message>
            <source>Show the items of this batch</source>
            <translation>显示此批次的项目</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Times and places</source>
            <translation>时间和位置</translation>
        </message>
        <message>
            <source>Traceback</source>
            <translation>调用栈</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>{count} pictures are not on the server any more.</source>
            <translation>有 {count} 张图像已不在服务器上。</translation>
        </message>
        <message>
            <source>{name}: its server is not connected</source>
            <translation>{name}：其服务器未连接</translation>
        </message>
        <message>
            <source>{name}: not on the server any more</source>
            <translation>{name}：已不在服务器上</translation>
        </message>
    </context>
    <context>
        <name>HistoryTable</name>
        <message>
            <source>History</source>
            <translation>历史记录</translation>
        </message>
    </context>
    <context>
        <name>HistoryWindow</name>
        <message>
            <source>Export CSV…</source>
            <translation>导出 CSV…</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史记录</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>No item of the history matches.</source>
            <translation>历史记录中没有匹配的项目。</translation>
        </message>
        <message>
            <source>Nothing yet. What is submitted and seen is kept here.</source>
            <translation>还没有内容。提交和看到的项目会保存在这里。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>The newest {count} items</source>
            <translation>最新的 {count} 个项目</translation>
        </message>
        <message>
            <source>{shown} items</source>
            <translation>{shown} 个项目</translation>
        </message>
        <message>
            <source>{shown} of {all} items</source>
            <translation>{shown} / {all} 个项目</translation>
        </message>
    </context>
    <context>
        <name>HubPage</name>
        <message>
            <source>A repository, for example owner/name. The server looks what is in it.</source>
            <translation>一个仓库，例如 owner/name。服务器会查看其中的内容。</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>The whole repository (Diffusers)</source>
            <translation>整个仓库（Diffusers）</translation>
        </message>
        <message>
            <source>There is no model in {repo}.</source>
            <translation>{repo} 中没有模型。</translation>
        </message>
        <message>
            <source>owner/name</source>
            <translation>owner/name</translation>
        </message>
    </context>
    <context>
        <name>ImageEditor</name>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Drop a picture here</source>
            <translation>将图像拖到这里</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Pick from a board</source>
            <translation>从画板中选取</translation>
        </message>
        <message>
            <source>Uploading…</source>
            <translation>正在上传…</translation>
        </message>
    </context>
    <context>
        <name>ImagesEditor</name>
        <message>
            <source>Add pictures…</source>
            <translation>添加图像…</translation>
        </message>
        <message>
            <source>Add pictures… ({count} now)</source>
            <translation>添加图像…（现有 {count} 张）</translation>
        </message>
        <message>
            <source>Pick from a board</source>
            <translation>从画板中选取</translation>
        </message>
        <message>
            <source>Take all out</source>
            <translation>全部移除</translation>
        </message>
        <message>
            <source>{name}: click to take it out</source>
            <translation>{name}：点击移除</translation>
        </message>
    </context>
    <context>
        <name>InputTable</name>
        <message>
            <source>Fed by a connection</source>
            <translation>由连接提供</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
    </context>
    <context>
        <name>InstallPage</name>
        <message>
            <source>Folder of the server</source>
            <translation>服务器文件夹</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>没有连接服务器。</translation>
        </message>
        <message>
            <source>Path or address</source>
            <translation>路径或网址</translation>
        </message>
        <message>
            <source>Starter models</source>
            <translation>入门模型</translation>
        </message>
        <message>
            <source>This kind of server installs no models.</source>
            <translation>这类服务器不能安装模型。</translation>
        </message>
        <message>
            <source>Where from</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>{name} is in the queue.</source>
            <translation>{name} 已加入队列。</translation>
        </message>
    </context>
    <context>
        <name>InvokeBar</name>
        <message>
            <source>1 item</source>
            <translation>1 个项目</translation>
        </message>
        <message>
            <source>A board not on the server</source>
            <translation>不在服务器上的画板</translation>
        </message>
        <message>
            <source>Board for results</source>
            <translation>结果的画板</translation>
        </message>
        <message>
            <source>How often the workflow runs, 1 to 10,000</source>
            <translation>工作流运行次数，1 到 10,000</translation>
        </message>
        <message>
            <source>Invoke</source>
            <translation>调用</translation>
        </message>
        <message>
            <source>Invoke {items}</source>
            <translation>调用 {items}</translation>
        </message>
        <message>
            <source>Loading boards…</source>
            <translation>正在加载画板…</translation>
        </message>
        <message>
            <source>More ways to invoke</source>
            <translation>更多调用方式</translation>
        </message>
        <message>
            <source>No workflow is open</source>
            <translation>没有打开的工作流</translation>
        </message>
        <message>
            <source>Not open yet</source>
            <translation>尚未打开</translation>
        </message>
        <message>
            <source>Ready: {items}</source>
            <translation>就绪：{items}</translation>
        </message>
        <message>
            <source>Results whose board is automatic go to: {board}</source>
            <translation>画板为自动的结果放到：{board}</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Sending {items}…</source>
            <translation>正在发送 {items}…</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>正在发送…</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>未分类</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} 个项目</translation>
        </message>
    </context>
    <context>
        <name>InvokeMenu</name>
        <message>
            <source>1 item</source>
            <translation>1 个项目</translation>
        </message>
        <message>
            <source>Copy request as</source>
            <translation>复制请求为</translation>
        </message>
        <message>
            <source>Dry run…</source>
            <translation>试运行…</translation>
        </message>
        <message>
            <source>Invoke at the front</source>
            <translation>插队调用</translation>
        </message>
        <message>
            <source>Invoke at the front, then cancel the running items that were submitted here</source>
            <translation>插队调用，然后取消从这里提交的正在运行的项目</translation>
        </message>
        <message>
            <source>Keep pending</source>
            <translation>保持等待数量</translation>
        </message>
        <message>
            <source>Replace what runs</source>
            <translation>替换正在运行的项目</translation>
        </message>
        <message>
            <source>Stop keeping items pending</source>
            <translation>停止保持等待数量</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} 个项目</translation>
        </message>
    </context>
    <context>
        <name>ItemRow</name>
        <message>
            <source>Take item {number} out</source>
            <translation>移除第 {number} 项</translation>
        </message>
    </context>
    <context>
        <name>JobBar</name>
        <message>
            <source>Progress of the job</source>
            <translation>任务进度</translation>
        </message>
    </context>
    <context>
        <name>JobNotices</name>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translation>没有给出原因</translation>
        </message>
        <message>
            <source>{name} failed: {reason}</source>
            <translation>{name} 失败：{reason}</translation>
        </message>
        <message>
            <source>{name} is done.</source>
            <translation>{name} 已完成。</translation>
        </message>
        <message>
            <source>{name}: {done} of {total} done.</source>
            <translation>{name}：{total} 项中已完成 {done} 项。</translation>
        </message>
    </context>
    <context>
        <name>JsonPanel</name>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>No match</source>
            <translation>没有匹配项</translation>
        </message>
        <message>
            <source>Search names and values, Enter for the next</source>
            <translation>搜索名称和值，按回车键跳到下一个</translation>
        </message>
    </context>
    <context>
        <name>JsonTree</name>
        <message>
            <source>Copy all as JSON</source>
            <translation>全部复制为 JSON</translation>
        </message>
        <message>
            <source>Copy path</source>
            <translation>复制路径</translation>
        </message>
        <message>
            <source>Copy value</source>
            <translation>复制值</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
    </context>
    <context>
        <name>KeepRow</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop keeping {workflow} pending</source>
            <translation>停止为 {workflow} 保持等待数量</translation>
        </message>
        <message>
            <source>Waits: {reason}</source>
            <translation>等待：{reason}</translation>
        </message>
        <message>
            <source>{waiting} of {wanted} pending, {made} submitted</source>
            <translation>{waiting} / {wanted} 个等待中，已提交 {made} 个</translation>
        </message>
    </context>
    <context>
        <name>LaneCard</name>
        <message>
            <source>As of {time}</source>
            <translation>截至 {time}</translation>
        </message>
        <message>
            <source>Cancel this item</source>
            <translation>取消此项目</translation>
        </message>
        <message>
            <source>Connection lost</source>
            <translation>连接已断开</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Not in the queue any more</source>
            <translation>已不在队列中</translation>
        </message>
        <message>
            <source>Only whoever queued it, or an administrator, can cancel it.</source>
            <translation>只有将其加入队列的人或管理员才能取消。</translation>
        </message>
        <message>
            <source>took {time}</source>
            <translation>用时 {time}</translation>
        </message>
        <message>
            <source>{time} so far</source>
            <translation>已用 {time}</translation>
        </message>
    </context>
    <context>
        <name>LanePicture</name>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
    </context>
    <context>
        <name>LanesColumn</name>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>Lanes</source>
            <translation>通道</translation>
        </message>
        <message>
            <source>connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>connection lost</source>
            <translation>连接已断开</translation>
        </message>
        <message>
            <source>idle</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>idle {time}</source>
            <translation>空闲 {time}</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>无法连接</translation>
        </message>
        <message>
            <source>not signed in</source>
            <translation>未登录</translation>
        </message>
    </context>
    <context>
        <name>LibrarySide</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Parts and tags</source>
            <translation>分组和标签</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
    </context>
    <context>
        <name>LibraryWindow</name>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Last changed</source>
            <translation>最近修改</translation>
        </message>
        <message>
            <source>Last opened</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Newest</source>
            <translation>最新</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>没有连接服务器。</translation>
        </message>
        <message>
            <source>No workflow matches.</source>
            <translation>没有匹配的工作流。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Open {count}</source>
            <translation>打开 {count} 个</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Rename workflow</source>
            <translation>重命名工作流</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Search names, descriptions and tags</source>
            <translation>搜索名称、描述和标签</translation>
        </message>
        <message>
            <source>Share no longer</source>
            <translation>取消共享</translation>
        </message>
        <message>
            <source>Share with all users</source>
            <translation>与所有用户共享</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>This library has no workflows yet. Open a file and save it here.</source>
            <translation>此库还没有工作流。打开文件并保存到这里。</translation>
        </message>
        <message>
            <source>Workflow library</source>
            <translation>工作流库</translation>
        </message>
        <message>
            <source>Workflow library of {server}</source>
            <translation>{server} 的工作流库</translation>
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation>{shown} / {all}</translation>
        </message>
    </context>
    <context>
        <name>ListEditor</name>
        <message>
            <source>Add an item</source>
            <translation>添加一项</translation>
        </message>
        <message>
            <source>{label}: add an item</source>
            <translation>{label}：添加一项</translation>
        </message>
    </context>
    <context>
        <name>ListPage</name>
        <message>
            <source>4, 5, 6</source>
            <translation>4, 5, 6</translation>
        </message>
        <message>
            <source>One value on each line</source>
            <translation>每行一个值</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>取值</translation>
        </message>
    </context>
    <context>
        <name>ListedEditor</name>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>None chosen</source>
            <translation>未选择</translation>
        </message>
        <message>
            <source>Reading the list…</source>
            <translation>正在读取列表…</translation>
        </message>
        <message>
            <source>The server has none</source>
            <translation>服务器上没有</translation>
        </message>
        <message>
            <source>{id} (not on the server)</source>
            <translation>{id}（不在服务器上）</translation>
        </message>
        <message>
            <source>{label}: clear</source>
            <translation>{label}：清除</translation>
        </message>
    </context>
    <context>
        <name>LivePage</name>
        <message>
            <source>As of {time}, connection lost</source>
            <translation>截至 {time}，连接已断开</translation>
        </message>
        <message>
            <source>Latest results</source>
            <translation>最新结果</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>舞台</translation>
        </message>
        <message>
            <source>{count} not looked at yet</source>
            <translation>{count} 个尚未查看</translation>
        </message>
    </context>
    <context>
        <name>LocalServerWindow</name>
        <message>
            <source>&amp;Program</source>
            <translation>程序(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Root folder</source>
            <translation>根文件夹(&amp;R)</translation>
        </message>
        <message>
            <source>As the program chooses</source>
            <translation>由程序决定</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>It does not run.</source>
            <translation>未运行。</translation>
        </message>
        <message>
            <source>It has ended.</source>
            <translation>已结束。</translation>
        </message>
        <message>
            <source>Log of the server</source>
            <translation>服务器日志</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>Ready at {url}.</source>
            <translation>已就绪：{url}。</translation>
        </message>
        <message>
            <source>Root folder</source>
            <translation>根文件夹</translation>
        </message>
        <message>
            <source>Server on this computer</source>
            <translation>本机服务器</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>启动</translation>
        </message>
        <message>
            <source>Starting: that may take a minute.</source>
            <translation>正在启动：可能需要一分钟。</translation>
        </message>
        <message>
            <source>Starts an {product} that is installed here, and ends it with this app. One that was started elsewhere is left alone.</source>
            <translation>启动安装在本机的 {product}，并随本应用一起结束。在别处启动的不受影响。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>The program {program}</source>
            <translation>程序 {program}</translation>
        </message>
        <message>
            <source>The server's root folder</source>
            <translation>服务器的根文件夹</translation>
        </message>
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>Copy log</source>
            <translation>复制日志</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
    </context>
    <context>
        <name>LoraRow</name>
        <message>
            <source>Take this one out</source>
            <translation>移除此项</translation>
        </message>
        <message>
            <source>Take {name} out</source>
            <translation>移除 {name}</translation>
        </message>
        <message>
            <source>Weight of {name}</source>
            <translation>{name} 的权重</translation>
        </message>
    </context>
    <context>
        <name>LorasEditor</name>
        <message>
            <source>Add a LoRA</source>
            <translation>添加 LoRA</translation>
        </message>
        <message>
            <source>{name} (not installed)</source>
            <translation>{name}（未安装）</translation>
        </message>
    </context>
    <context>
        <name>MediaPlayer</name>
        <message>
            <source>Fetching {name}</source>
            <translation>正在获取 {name}</translation>
        </message>
        <message>
            <source>The system has no program that opens {name}.</source>
            <translation>系统中没有能打开 {name} 的程序。</translation>
        </message>
    </context>
    <context>
        <name>Message</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
    </context>
    <context>
        <name>MetadataPane</name>
        <message>
            <source>Choose a picture to see what it was made of.</source>
            <translation>选择一张图像，查看它是如何生成的。</translation>
        </message>
        <message>
            <source>Copy all</source>
            <translation>全部复制</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>Raw data</source>
            <translation>原始数据</translation>
        </message>
        <message>
            <source>This server does not tell what pictures were made of.</source>
            <translation>此服务器不提供图像的生成信息。</translation>
        </message>
        <message>
            <source>What is told of the picture</source>
            <translation>关于图像的信息</translation>
        </message>
    </context>
    <context>
        <name>MiniWindow</name>
        <message>
            <source>All work</source>
            <translation>全部任务</translation>
        </message>
        <message>
            <source>Back to the whole window</source>
            <translation>返回完整窗口</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>Mini window</source>
            <translation>迷你窗口</translation>
        </message>
        <message>
            <source>ivk desktop, mini</source>
            <translation>ivk desktop，迷你</translation>
        </message>
        <message>
            <source>{count} more run</source>
            <translation>另有 {count} 个正在运行</translation>
        </message>
    </context>
    <context>
        <name>MissingModelsDialog</name>
        <message>
            <source>A model without a name</source>
            <translation>未命名的模型</translation>
        </message>
        <message>
            <source>Choose a model…</source>
            <translation>选择模型…</translation>
        </message>
        <message>
            <source>Find or install…</source>
            <translation>查找或安装…</translation>
        </message>
        <message>
            <source>Instead of {model}</source>
            <translation>代替 {model}</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Look for {model}</source>
            <translation>查找 {model}</translation>
        </message>
        <message>
            <source>Models of {workflow}</source>
            <translation>{workflow} 的模型</translation>
        </message>
        <message>
            <source>No model of this server fits</source>
            <translation>此服务器没有合适的模型</translation>
        </message>
        <message>
            <source>This server does not have these models. Choose what stands for them: the choice is remembered for this workflow.</source>
            <translation>此服务器没有这些模型。请选择替代模型：选择会为此工作流记住。</translation>
        </message>
        <message>
            <source>Use these models</source>
            <translation>使用这些模型</translation>
        </message>
    </context>
    <context>
        <name>ModelEditor</name>
        <message>
            <source>Choose a model</source>
            <translation>选择模型</translation>
        </message>
        <message>
            <source>{name} (not installed)</source>
            <translation>{name}（未安装）</translation>
        </message>
    </context>
    <context>
        <name>ModelTable</name>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
    </context>
    <context>
        <name>ModelTableModel</name>
        <message>
            <source>Base</source>
            <translation>基础模型</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Its files are gone</source>
            <translation>文件已丢失</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>All bases</source>
            <translation>所有基础模型</translation>
        </message>
        <message>
            <source>All formats</source>
            <translation>所有格式</translation>
        </message>
        <message>
            <source>All types</source>
            <translation>所有类型</translation>
        </message>
        <message>
            <source>By base</source>
            <translation>按基础模型</translation>
        </message>
        <message>
            <source>By format</source>
            <translation>按格式</translation>
        </message>
        <message>
            <source>By type</source>
            <translation>按类型</translation>
        </message>
        <message>
            <source>Delete {count}…</source>
            <translation>删除 {count} 个…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Drop all models that are not in use from memory</source>
            <translation>从内存中移除所有未使用的模型</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Files gone</source>
            <translation>文件丢失</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>Install a model…</source>
            <translation>安装模型…</translation>
        </message>
        <message>
            <source>No groups</source>
            <translation>不分组</translation>
        </message>
        <message>
            <source>No model matches.</source>
            <translation>没有匹配的模型。</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>没有连接服务器。</translation>
        </message>
        <message>
            <source>Select a model to see its details.</source>
            <translation>选择一个模型以查看详情。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>This server has no models yet.</source>
            <translation>此服务器还没有模型。</translation>
        </message>
        <message>
            <source>Use in the form</source>
            <translation>在表单中使用</translation>
        </message>
        <message>
            <source>Words of the name, description or trigger phrases</source>
            <translation>名称、描述或触发词中的文字</translation>
        </message>
        <message>
            <source>{models} selected</source>
            <translation>已选 {models}</translation>
        </message>
        <message>
            <source>{models} selected, {size}</source>
            <translation>已选 {models}，{size}</translation>
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation>{shown} / {all}</translation>
        </message>
    </context>
    <context>
        <name>ModelsWindow</name>
        <message>
            <source>For administrators</source>
            <translation>仅限管理员</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>安装</translation>
        </message>
        <message>
            <source>Install queue</source>
            <translation>安装队列</translation>
        </message>
        <message>
            <source>Install queue {count}</source>
            <translation>安装队列 {count}</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>已安装</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Models of {server}</source>
            <translation>{server} 的模型</translation>
        </message>
    </context>
    <context>
        <name>NamesPopup</name>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>文件名</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>没有匹配项</translation>
        </message>
    </context>
    <context>
        <name>NodeList</name>
        <message>
            <source>Nodes</source>
            <translation>节点</translation>
        </message>
    </context>
    <context>
        <name>NodesModel</name>
        <message>
            <source>0 to {time}</source>
            <translation>0 到 {time}</translation>
        </message>
        <message>
            <source>Loading model {name}: {time}</source>
            <translation>加载模型 {name}：{time}</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>节点</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
        <message>
            <source>cached</source>
            <translation>已缓存</translation>
        </message>
        <message>
            <source>completed</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>not run</source>
            <translation>未运行</translation>
        </message>
        <message>
            <source>pending</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <source>{ended} of {total}</source>
            <translation>{ended} / {total}</translation>
        </message>
        <message>
            <source>{time} from {start}</source>
            <translation>{time}，从 {start} 开始</translation>
        </message>
    </context>
    <context>
        <name>NodesView</name>
        <message>
            <source>Nodes</source>
            <translation>节点</translation>
        </message>
    </context>
    <context>
        <name>NoticeLog</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>事件</translation>
        </message>
    </context>
    <context>
        <name>NotificationsPage</name>
        <message>
            <source>After 10 minutes away, say in one line what ended</source>
            <translation>离开 10 分钟后，用一行说明完成了什么</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>时段</translation>
        </message>
        <message>
            <source>Neither notifications nor sounds at these hours</source>
            <translation>在这些时段不通知也不发声</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>One notification a batch, with its picture.</source>
            <translation>每个批次一条通知，附带图像。</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>免打扰时段</translation>
        </message>
        <message>
            <source>When a batch has ended</source>
            <translation>批次结束时</translation>
        </message>
        <message>
            <source>When an item has failed</source>
            <translation>项目失败时</translation>
        </message>
        <message>
            <source>While no window is active</source>
            <translation>没有活动窗口时</translation>
        </message>
        <message>
            <source>With a sound</source>
            <translation>播放声音</translation>
        </message>
    </context>
    <context>
        <name>NumberEditor</name>
        <message>
            <source>A random number</source>
            <translation>随机数</translation>
        </message>
        <message>
            <source>{label}: a random number</source>
            <translation>{label}：随机数</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>As of {time}</source>
            <translation>截至 {time}</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
        <message>
            <source>Sign in…</source>
            <translation>登录…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>PickPage</name>
        <message>
            <source>Choices</source>
            <translation>可选项</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>On</source>
            <translation>开</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>未分类</translation>
        </message>
    </context>
    <context>
        <name>PickerPopup</name>
        <message>
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>{count} more: search to narrow down</source>
            <translation>还有 {count} 个：搜索以缩小范围</translation>
        </message>
    </context>
    <context>
        <name>PicksBar</name>
        <message>
            <source>Beside each other, with a slider, or their difference</source>
            <translation>并排、用滑块或查看差异</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Compare none of them</source>
            <translation>全部不比较</translation>
        </message>
        <message>
            <source>Compare {count}</source>
            <translation>比较 {count} 张</translation>
        </message>
        <message>
            <source>Delete {count}…</source>
            <translation>删除 {count} 个…</translation>
        </message>
        <message>
            <source>Take all marks away</source>
            <translation>清除所有标记</translation>
        </message>
        <message>
            <source>{count} marked for deletion</source>
            <translation>{count} 张标记为删除</translation>
        </message>
        <message>
            <source>{count} to compare</source>
            <translation>{count} 张待比较</translation>
        </message>
    </context>
    <context>
        <name>PictureActions</name>
        <message>
            <source>As the theme</source>
            <translation>跟随主题</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy {count} pictures</source>
            <translation>复制 {count} 张图像</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Delete {count} pictures…</source>
            <translation>删除 {count} 张图像…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Download {count} as zip…</source>
            <translation>下载 {count} 张为 zip…</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>背景</translation>
        </message>
        <message>
            <source>Large picture</source>
            <translation>大图</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Middle</source>
            <translation>中性</translation>
        </message>
        <message>
            <source>Move to a board…</source>
            <translation>移动到画板…</translation>
        </message>
        <message>
            <source>Move {count} to a board…</source>
            <translation>将 {count} 张移动到画板…</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Open in the system's player</source>
            <translation>在系统播放器中打开</translation>
        </message>
        <message>
            <source>Open its sheet</source>
            <translation>打开其对照表</translation>
        </message>
        <message>
            <source>Open its workflow</source>
            <translation>打开其工作流</translation>
        </message>
        <message>
            <source>Rate {count} pictures</source>
            <translation>为 {count} 张图像评分</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>Run again with its values</source>
            <translation>用其取值再次运行</translation>
        </message>
        <message>
            <source>Run {count} again</source>
            <translation>再次运行 {count} 张</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>保存图像</translation>
        </message>
        <message>
            <source>Save {count} pictures…</source>
            <translation>保存 {count} 张图像…</translation>
        </message>
        <message>
            <source>Send its prompt to</source>
            <translation>将其提示词发送到</translation>
        </message>
        <message>
            <source>Send its prompt to {field}</source>
            <translation>将其提示词发送到 {field}</translation>
        </message>
        <message>
            <source>Send its seed to</source>
            <translation>将其种子发送到</translation>
        </message>
        <message>
            <source>Send its seed to {field}</source>
            <translation>将其种子发送到 {field}</translation>
        </message>
        <message>
            <source>Show in board</source>
            <translation>在画板中显示</translation>
        </message>
        <message>
            <source>Show the queue item that made it</source>
            <translation>显示生成它的队列项目</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>加星标</translation>
        </message>
        <message>
            <source>Star {count} pictures</source>
            <translation>为 {count} 张图像加星标</translation>
        </message>
        <message>
            <source>Tags of {count} pictures…</source>
            <translation>{count} 张图像的标签…</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>标签…</translation>
        </message>
        <message>
            <source>Take star away</source>
            <translation>取消星标</translation>
        </message>
        <message>
            <source>Take {count} stars away</source>
            <translation>取消 {count} 个星标</translation>
        </message>
        <message>
            <source>Use as cover of the board</source>
            <translation>用作画板封面</translation>
        </message>
        <message>
            <source>Use as input</source>
            <translation>用作输入</translation>
        </message>
        <message>
            <source>Use as input: {field}</source>
            <translation>用作输入：{field}</translation>
        </message>
        <message>
            <source>Use its values in the open form</source>
            <translation>在打开的表单中使用其取值</translation>
        </message>
        <message>
            <source>Vary {count}: new seeds</source>
            <translation>变化 {count} 张：新种子</translation>
        </message>
        <message>
            <source>Vary: its values, a new seed</source>
            <translation>变化：相同取值，新种子</translation>
        </message>
    </context>
    <context>
        <name>PictureInput</name>
        <message>
            <source>Choose a picture</source>
            <translation>选择图像</translation>
        </message>
        <message>
            <source>Choose a video</source>
            <translation>选择视频</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>Videos</source>
            <translation>视频</translation>
        </message>
    </context>
    <context>
        <name>PictureRuns</name>
        <message>
            <source>A picture</source>
            <translation>一张图像</translation>
        </message>
        <message>
            <source>{name} is in the queue again.</source>
            <translation>{name} 已重新加入队列。</translation>
        </message>
    </context>
    <context>
        <name>PictureValues</name>
        <message>
            <source>The value does not fit {field}.</source>
            <translation>该值不适合 {field}。</translation>
        </message>
        <message>
            <source>This picture carries no prompt.</source>
            <translation>此图像不含提示词。</translation>
        </message>
        <message>
            <source>This picture carries no seed.</source>
            <translation>此图像不含种子。</translation>
        </message>
        <message>
            <source>This picture was made by another workflow: open that instead.</source>
            <translation>此图像由另一个工作流生成：请改为打开那个工作流。</translation>
        </message>
        <message>
            <source>{count} values of the picture are in the form.</source>
            <translation>已将图像的 {count} 个值填入表单。</translation>
        </message>
    </context>
    <context>
        <name>PictureView</name>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图像</translation>
        </message>
    </context>
    <context>
        <name>PreferencePage</name>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>to</source>
            <translation>到</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Of this page</source>
            <translation>仅限本页</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Preferences</source>
            <translation>偏好设置</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>恢复默认值</translation>
        </message>
    </context>
    <context>
        <name>PresetBar</name>
        <message>
            <source>&amp;Compare with current…</source>
            <translation>与当前值比较(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>删除(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>导入(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation>重命名(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>A&amp;pply again</source>
            <translation>重新应用(&amp;P)</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Rename preset</source>
            <translation>重命名预设</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save &amp;as new…</source>
            <translation>另存为新预设(&amp;A)…</translation>
        </message>
        <message>
            <source>Save as new preset</source>
            <translation>另存为新预设</translation>
        </message>
        <message>
            <source>The preset {name} is deleted.</source>
            <translation>预设 {name} 已删除。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>PresetCompareDialog</name>
        <message>
            <source>All values are those of {preset}.</source>
            <translation>所有值都与 {preset} 相同。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Compare with {preset}</source>
            <translation>与 {preset} 比较</translation>
        </message>
        <message>
            <source>Current</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Fields that differ</source>
            <translation>不同的字段</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Take all</source>
            <translation>全部采用</translation>
        </message>
        <message>
            <source>Take brings the preset's value into the form; undo takes it back.</source>
            <translation>“采用”将预设的值填入表单；可以撤销。</translation>
        </message>
        <message>
            <source>{label}: take the preset's value</source>
            <translation>{label}：采用预设的值</translation>
        </message>
    </context>
    <context>
        <name>PresetFiles</name>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Apply these</source>
            <translation>应用这些</translation>
        </message>
        <message>
            <source>Export preset</source>
            <translation>导出预设</translation>
        </message>
        <message>
            <source>Import preset</source>
            <translation>导入预设</translation>
        </message>
        <message>
            <source>None of its {all} values has a field of the same name and kind here.</source>
            <translation>其 {all} 个值在这里都没有同名同类的字段。</translation>
        </message>
        <message>
            <source>Presets (*.ivkpreset)</source>
            <translation>预设 (*.ivkpreset)</translation>
        </message>
        <message>
            <source>Saved to {file}.</source>
            <translation>已保存到 {file}。</translation>
        </message>
        <message>
            <source>unnamed</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>{count} of its {all} values have a field of the same name and kind here.</source>
            <translation>其 {all} 个值中有 {count} 个在这里有同名同类的字段。</translation>
        </message>
        <message>
            <source>{file} could not be written: {reason}.</source>
            <translation>无法写入 {file}：{reason}。</translation>
        </message>
        <message>
            <source>{preset} was made for another workflow: {title}.</source>
            <translation>{preset} 是为另一个工作流制作的：{title}。</translation>
        </message>
    </context>
    <context>
        <name>PresetNameDialog</name>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation>已有同名的预设。</translation>
        </message>
    </context>
    <context>
        <name>PrivacyPage</name>
        <message>
            <source>Caches</source>
            <translation>缓存</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open the folder: {name}</source>
            <translation>打开文件夹：{name}</translation>
        </message>
        <message>
            <source>Passwords and sign-ins</source>
            <translation>密码和登录</translation>
        </message>
        <message>
            <source>Preferences, and the addresses of your servers.</source>
            <translation>偏好设置和您的服务器地址。</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>隐私</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>They are in the keyring of this system alone, never in a file of this app. Without a keyring they last until you quit.</source>
            <translation>它们只保存在系统的密钥环中，从不写入本应用的文件。没有密钥环时，只保留到您退出为止。</translation>
        </message>
        <message>
            <source>This app talks to the servers that you connect it to, and to nothing else: no usage figures, no crash reports, no search for updates.</source>
            <translation>本应用只与您连接的服务器通信：没有使用统计，没有崩溃报告，也不检查更新。</translation>
        </message>
        <message>
            <source>Thumbnails, the index of pictures, node templates. It may be deleted.</source>
            <translation>缩略图、图像索引、节点模板。可以删除。</translation>
        </message>
        <message>
            <source>Values of forms, presets, history, ratings, tags, what is in the trash.</source>
            <translation>表单取值、预设、历史记录、评分、标签、回收站内容。</translation>
        </message>
        <message>
            <source>What happened, without passwords and sign-ins.</source>
            <translation>发生过的事情，不含密码和登录信息。</translation>
        </message>
        <message>
            <source>What is kept on this computer</source>
            <translation>保存在这台电脑上的内容</translation>
        </message>
        <message>
            <source>Your work</source>
            <translation>您的工作</translation>
        </message>
    </context>
    <context>
        <name>PromptsPage</name>
        <message>
            <source>Asking the server…</source>
            <translation>正在询问服务器…</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>最多</translation>
        </message>
        <message>
            <source>At most so many prompts, 1 to 10,000</source>
            <translation>最多生成的提示词数量，1 到 10,000</translation>
        </message>
        <message>
            <source>Every combination</source>
            <translation>所有组合</translation>
        </message>
        <message>
            <source>How prompts are chosen</source>
            <translation>提示词的选取方式</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>提示词</translation>
        </message>
        <message>
            <source>Random prompts</source>
            <translation>随机提示词</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>选取方式</translation>
        </message>
        <message>
            <source>a {red|blue} bird in {spring|autumn}</source>
            <translation>a {red|blue} bird in {spring|autumn}</translation>
        </message>
    </context>
    <context>
        <name>QueueActions</name>
        <message>
            <source>Cancel item</source>
            <translation>取消项目</translation>
        </message>
        <message>
            <source>Cancel {items}</source>
            <translation>取消 {items}</translation>
        </message>
        <message>
            <source>Delete item</source>
            <translation>删除项目</translation>
        </message>
        <message>
            <source>Delete {items}</source>
            <translation>删除 {items}</translation>
        </message>
        <message>
            <source>Only whoever queued it, or an administrator, can do that.</source>
            <translation>只有提交者或管理员可以这样做。</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Retry {items}</source>
            <translation>重试 {items}</translation>
        </message>
        <message>
            <source>Run again</source>
            <translation>再次运行</translation>
        </message>
        <message>
            <source>Run {items} again</source>
            <translation>再次运行 {items}</translation>
        </message>
    </context>
    <context>
        <name>QueueHeader</name>
        <message>
            <source>Columns of the queue</source>
            <translation>队列的列</translation>
        </message>
    </context>
    <context>
        <name>QueuePage</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Install a model…</source>
            <translation>安装模型…</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>没有连接服务器。</translation>
        </message>
        <message>
            <source>Nothing is being installed.</source>
            <translation>没有正在安装的模型。</translation>
        </message>
        <message>
            <source>Only administrators of this server see what is being installed.</source>
            <translation>只有此服务器的管理员可以看到正在安装的内容。</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Remove ended</source>
            <translation>移除已结束的</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Retry with a token…</source>
            <translation>使用令牌重试…</translation>
        </message>
        <message>
            <source>Show model</source>
            <translation>显示模型</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} 个失败</translation>
        </message>
        <message>
            <source>{count} open</source>
            <translation>{count} 个未结束</translation>
        </message>
        <message>
            <source>{size}/s</source>
            <translation>{size}/秒</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>Batches</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Connect to a server…</source>
            <translation>连接到服务器…</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filter: prompt, model, server</source>
            <translation>筛选：提示词、模型、服务器</translation>
        </message>
        <message>
            <source>Invoke</source>
            <translation>调用</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>No item matches the filter.</source>
            <translation>没有符合筛选条件的项目。</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>没有连接服务器。</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>队列</translation>
        </message>
        <message>
            <source>Queue in a window of its own</source>
            <translation>在单独窗口中显示队列</translation>
        </message>
        <message>
            <source>Rows where “{column}” &amp;has</source>
            <translation>“{column}”包含以下内容的行(&amp;H)</translation>
        </message>
        <message>
            <source>The queue is empty. Fill in the form and press Invoke.</source>
            <translation>队列为空。填写表单并点击“调用”。</translation>
        </message>
        <message>
            <source>What the rows are gathered by</source>
            <translation>行的分组方式</translation>
        </message>
    </context>
    <context>
        <name>QueueTable</name>
        <message>
            <source>Install queue</source>
            <translation>安装队列</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>队列</translation>
        </message>
    </context>
    <context>
        <name>QueueTableModel</name>
        <message>
            <source>Downloaded</source>
            <translation>已下载</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>剩余时间</translation>
        </message>
    </context>
    <context>
        <name>QuitQuestion</name>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Quit, and give up {items} that were not sent yet?</source>
            <translation>退出并放弃尚未发送的 {items} 吗?</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>留下</translation>
        </message>
        <message>
            <source>{servers}: what waits there is kept by this window alone.</source>
            <translation>{servers}:那里等待的项目只保存在此窗口中。</translation>
        </message>
    </context>
    <context>
        <name>RandomPage</name>
        <message>
            <source>Draw again</source>
            <translation>重新抽取</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
    </context>
    <context>
        <name>RangePage</name>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步长</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
    </context>
    <context>
        <name>RatingStars</name>
        <message>
            <source>Rated {rating} of 5</source>
            <translation>评分 {rating} / 5</translation>
        </message>
    </context>
    <context>
        <name>ReachForm</name>
        <message>
            <source>&amp;Certificates</source>
            <translation>证书(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Headers</source>
            <translation>请求头(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;User name</source>
            <translation>用户名(&amp;U)</translation>
        </message>
        <message>
            <source>A file with certificates (PEM)</source>
            <translation>证书文件（PEM）</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <source>Certificates (*.pem *.crt *.cer)</source>
            <translation>证书 (*.pem *.crt *.cer)</translation>
        </message>
        <message>
            <source>Certificates of an authority</source>
            <translation>证书颁发机构的证书</translation>
        </message>
        <message>
            <source>One a line, as Name: value</source>
            <translation>每行一个，格式为 名称: 值</translation>
        </message>
        <message>
            <source>Only this one certificate</source>
            <translation>仅信任这一个证书</translation>
        </message>
        <message>
            <source>Only where a proxy stands before the server:</source>
            <translation>仅当服务器前有代理时：</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>密码(&amp;W)</translation>
        </message>
        <message>
            <source>SHA-256 {fingerprint}</source>
            <translation>SHA-256 {fingerprint}</translation>
        </message>
        <message>
            <source>Those of an authority in a file</source>
            <translation>文件中证书颁发机构的证书</translation>
        </message>
        <message>
            <source>Those this computer trusts</source>
            <translation>这台电脑信任的证书</translation>
        </message>
    </context>
    <context>
        <name>Reaching</name>
        <message>
            <source>1 model</source>
            <translation>1 个模型</translation>
        </message>
        <message>
            <source>1 workflow</source>
            <translation>1 个工作流</translation>
        </message>
        <message>
            <source>It is new: connect to make its first administrator.</source>
            <translation>这是新服务器：连接以创建第一个管理员。</translation>
        </message>
        <message>
            <source>It wants you to sign in: connect to do so.</source>
            <translation>需要登录：请连接后登录。</translation>
        </message>
        <message>
            <source>{count} models</source>
            <translation>{count} 个模型</translation>
        </message>
        <message>
            <source>{count} pending</source>
            <translation>{count} 个等待中</translation>
        </message>
        <message>
            <source>{count} workflows</source>
            <translation>{count} 个工作流</translation>
        </message>
    </context>
    <context>
        <name>ReadOnlyEditor</name>
        <message>
            <source>No value</source>
            <translation>没有值</translation>
        </message>
    </context>
    <context>
        <name>ReferenceEditor</name>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>None chosen: enter its id</source>
            <translation>未选择：请输入 ID</translation>
        </message>
        <message>
            <source>{label}: clear</source>
            <translation>{label}：清除</translation>
        </message>
    </context>
    <context>
        <name>RelateDialog</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Filter names</source>
            <translation>筛选名称</translation>
        </message>
        <message>
            <source>Relate to {model}</source>
            <translation>与 {model} 关联</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>The report</source>
            <translation>报告</translation>
        </message>
    </context>
    <context>
        <name>ResultStrip</name>
        <message>
            <source>Latest results</source>
            <translation>最新结果</translation>
        </message>
    </context>
    <context>
        <name>ResultsPage</name>
        <message>
            <source>No results of {workflow} yet. Press Invoke to make one.</source>
            <translation>{workflow} 还没有结果。点击“调用”生成一个。</translation>
        </message>
        <message>
            <source>No results yet. What you invoke appears here, newest first.</source>
            <translation>还没有结果。您调用的结果会显示在这里，最新的在前。</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
    </context>
    <context>
        <name>RunStrip</name>
        <message>
            <source>Add a server</source>
            <translation>添加服务器</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cancel all pending items</source>
            <translation>取消所有等待中的项目</translation>
        </message>
        <message>
            <source>Cancel everything</source>
            <translation>全部取消</translation>
        </message>
        <message>
            <source>Cancel the running items</source>
            <translation>取消正在运行的项目</translation>
        </message>
        <message>
            <source>Find or do…</source>
            <translation>查找或执行…</translation>
        </message>
        <message>
            <source>Find or do…  {keys}</source>
            <translation>查找或执行…  {keys}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Retry now</source>
            <translation>立即重试</translation>
        </message>
        <message>
            <source>Show or hide the sidebar</source>
            <translation>显示或隐藏侧栏</translation>
        </message>
        <message>
            <source>Try to reach the lost server at once</source>
            <translation>立即尝试连接断开的服务器</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} 个失败</translation>
        </message>
        <message>
            <source>{count} new</source>
            <translation>{count} 个新结果</translation>
        </message>
    </context>
    <context>
        <name>SaveDialog</name>
        <message>
            <source>&amp;Folder</source>
            <translation>文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Names</source>
            <translation>文件名(&amp;N)</translation>
        </message>
        <message>
            <source>A JSON file beside each, with its metadata</source>
            <translation>为每张图像附带一个包含元数据的 JSON 文件</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>For example {path}</source>
            <translation>例如 {path}</translation>
        </message>
        <message>
            <source>Insert a field</source>
            <translation>插入字段</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>文件名</translation>
        </message>
        <message>
            <source>Save pictures in</source>
            <translation>图像保存位置</translation>
        </message>
        <message>
            <source>Save {pictures}</source>
            <translation>保存 {pictures}</translation>
        </message>
    </context>
    <context>
        <name>SavedFilters</name>
        <message>
            <source>&amp;Delete</source>
            <translation>删除(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Save this filter…</source>
            <translation>保存此筛选条件(&amp;S)…</translation>
        </message>
        <message>
            <source>A filter of the same name is replaced.</source>
            <translation>同名的筛选条件会被替换。</translation>
        </message>
        <message>
            <source>Save filter</source>
            <translation>保存筛选条件</translation>
        </message>
        <message>
            <source>Saved filters</source>
            <translation>已保存的筛选条件</translation>
        </message>
    </context>
    <context>
        <name>ScrubBar</name>
        <message>
            <source>Look back</source>
            <translation>回看</translation>
        </message>
        <message>
            <source>Newest</source>
            <translation>最新</translation>
        </message>
        <message>
            <source>Step {step} of {count} received</source>
            <translation>收到的 {count} 步中的第 {step} 步</translation>
        </message>
        <message>
            <source>Steps received</source>
            <translation>收到的步骤</translation>
        </message>
    </context>
    <context>
        <name>SeedButton</name>
        <message>
            <source>Every run has another random seed. Press to keep this one.</source>
            <translation>每次运行使用不同的随机种子。点击保留当前种子。</translation>
        </message>
        <message>
            <source>Every run has the next seed. Press to keep this one.</source>
            <translation>每次运行使用下一个种子。点击保留当前种子。</translation>
        </message>
        <message>
            <source>Every run has this seed. Press for another one each run.</source>
            <translation>每次运行使用此种子。点击改为每次换一个。</translation>
        </message>
    </context>
    <context>
        <name>ServerChip</name>
        <message>
            <source>Connected, asking every few seconds</source>
            <translation>已连接，每隔几秒查询一次</translation>
        </message>
        <message>
            <source>Connected, live updates</source>
            <translation>已连接，实时更新</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>Connection lost, trying again</source>
            <translation>连接已断开，正在重试</translation>
        </message>
        <message>
            <source>Disconnected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>Hidden: a click shows it</source>
            <translation>已隐藏：点击显示</translation>
        </message>
        <message>
            <source>It answers slowly: after {time}</source>
            <translation>响应缓慢:{time}</translation>
        </message>
        <message>
            <source>Its boards, models and workflows are listed</source>
            <translation>列出其画板、模型和工作流</translation>
        </message>
        <message>
            <source>Its certificate counts because you said so: no authority vouches for it</source>
            <translation>其证书因您的许可而有效,没有机构为其担保</translation>
        </message>
        <message>
            <source>Signed in as {name} ({role})</source>
            <translation>已登录为 {name}（{role}）</translation>
        </message>
        <message>
            <source>administrator</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>as of {time}</source>
            <translation>截至 {time}</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>无法连接</translation>
        </message>
        <message>
            <source>polling</source>
            <translation>轮询</translation>
        </message>
        <message>
            <source>sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>user</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>{number} ms</source>
            <translation>{number} 毫秒</translation>
        </message>
    </context>
    <context>
        <name>ServerChips</name>
        <message>
            <source>More servers</source>
            <translation>更多服务器</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
        <message>
            <source>{count} servers</source>
            <translation>{count} 台服务器</translation>
        </message>
    </context>
    <context>
        <name>ServerChoice</name>
        <message>
            <source>Boards, models and workflows of {server}</source>
            <translation>{server} 的画板、模型和工作流</translation>
        </message>
        <message>
            <source>Server whose lists are shown</source>
            <translation>显示其列表的服务器</translation>
        </message>
    </context>
    <context>
        <name>ServerDialog</name>
        <message>
            <source>&amp;Address</source>
            <translation>地址(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>Asking {url}…</source>
            <translation>正在询问 {url}…</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Connect to a server</source>
            <translation>连接到服务器</translation>
        </message>
        <message>
            <source>Look at its certificate…</source>
            <translation>查看其证书…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Nobody vouches for this certificate. Compare its fingerprint with the one that the server itself tells: then it alone is trusted.</source>
            <translation>没有机构为此证书担保。请将其指纹与服务器自己给出的指纹比较：之后只信任这一个证书。</translation>
        </message>
        <message>
            <source>Reading the certificate of {url}…</source>
            <translation>正在读取 {url} 的证书…</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <source>Try the demo</source>
            <translation>试用演示</translation>
        </message>
        <message>
            <source>{product} answers.</source>
            <translation>{product} 有响应。</translation>
        </message>
        <message>
            <source>{product} {version} runs on this computer.</source>
            <translation>本机正在运行 {product} {version}。</translation>
        </message>
    </context>
    <context>
        <name>ServerPick</name>
        <message>
            <source>Least busy</source>
            <translation>最空闲</translation>
        </message>
        <message>
            <source>Runs on: {server}</source>
            <translation>运行于：{server}</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>The server that has all that is needed and is through first</source>
            <translation>拥有所需一切并最先完成的服务器</translation>
        </message>
    </context>
    <context>
        <name>SheetWindow</name>
        <message>
            <source>No winner</source>
            <translation>非优胜</translation>
        </message>
        <message>
            <source>Open picture</source>
            <translation>打开图像</translation>
        </message>
        <message>
            <source>Save as image…</source>
            <translation>保存为图像…</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>对照表</translation>
        </message>
        <message>
            <source>Sheet of {name}</source>
            <translation>{name} 的对照表</translation>
        </message>
        <message>
            <source>Show in the queue</source>
            <translation>在队列中显示</translation>
        </message>
        <message>
            <source>W or Space marks the item with the ring as a winner</source>
            <translation>按 W 或空格键将带框的项目标记为优胜</translation>
        </message>
        <message>
            <source>Winner</source>
            <translation>优胜</translation>
        </message>
    </context>
    <context>
        <name>ShortcutSheet</name>
        <message>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filter: action or key</source>
            <translation>筛选：操作或按键</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
    </context>
    <context>
        <name>ShortcutTree</name>
        <message>
            <source>Action</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsPage</name>
        <message>
            <source>Choose an action to give it other keys.</source>
            <translation>选择一个操作以更改其按键。</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Filter: action or key</source>
            <translation>筛选：操作或按键</translation>
        </message>
        <message>
            <source>New shortcut</source>
            <translation>新快捷键</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>占用</translation>
        </message>
        <message>
            <source>Usual keys</source>
            <translation>默认按键</translation>
        </message>
        <message>
            <source>Usual keys for all</source>
            <translation>全部恢复默认按键</translation>
        </message>
        <message>
            <source>{keys} belongs to “{action}”, which would have none.</source>
            <translation>{keys} 属于“{action}”，占用后它将没有按键。</translation>
        </message>
        <message>
            <source>{keys} is needed for typing. Add Ctrl or Alt, or use a function key.</source>
            <translation>输入文字需要 {keys}。请加上 Ctrl 或 Alt，或使用功能键。</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Boards by date</source>
            <translation>按日期的画板</translation>
        </message>
        <message>
            <source>Filter all lists</source>
            <translation>筛选所有列表</translation>
        </message>
        <message>
            <source>Sidebar</source>
            <translation>侧栏</translation>
        </message>
    </context>
    <context>
        <name>SignInDialog</name>
        <message>
            <source>&amp;E-mail</source>
            <translation>电子邮件(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>密码(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Repeat</source>
            <translation>再次输入(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Stay signed in for 7 days</source>
            <translation>保持登录 7 天(&amp;S)</translation>
        </message>
        <message>
            <source>Create and sign in</source>
            <translation>创建并登录</translation>
        </message>
        <message>
            <source>Enter an e-mail address and a password.</source>
            <translation>请输入电子邮件地址和密码。</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>暂不</translation>
        </message>
        <message>
            <source>Otherwise for a day, and until you quit</source>
            <translation>否则为一天，并在退出时失效</translation>
        </message>
        <message>
            <source>Set up {server}</source>
            <translation>设置 {server}</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Sign in to {server}</source>
            <translation>登录到 {server}</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>两次输入的密码不同。</translation>
        </message>
        <message>
            <source>{url} is new. Make its first account: an administrator's.</source>
            <translation>{url} 是新服务器。请创建第一个账户：管理员账户。</translation>
        </message>
        <message>
            <source>{url} wants to know who you are.</source>
            <translation>{url} 需要知道您是谁。</translation>
        </message>
    </context>
    <context>
        <name>Stage</name>
        <message>
            <source>No preview yet.</source>
            <translation>还没有预览。</translation>
        </message>
        <message>
            <source>Nothing runs. Open a workflow and press Invoke: its pictures appear here.</source>
            <translation>没有正在运行的任务。打开一个工作流并点击“调用”：图像会显示在这里。</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>舞台</translation>
        </message>
        <message>
            <source>This picture cannot be shown.</source>
            <translation>无法显示此图像。</translation>
        </message>
    </context>
    <context>
        <name>StageHeader</name>
        <message>
            <source>All running previews</source>
            <translation>所有正在运行的预览</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>跟随</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>实时</translation>
        </message>
        <message>
            <source>New previews and results take the stage until you click on it</source>
            <translation>新的预览和结果会显示在舞台上，直到您点击舞台</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>舞台</translation>
        </message>
        <message>
            <source>Stage in a window of its own</source>
            <translation>在单独窗口中显示舞台</translation>
        </message>
    </context>
    <context>
        <name>StarterPage</name>
        <message>
            <source>Base</source>
            <translation>基础模型</translation>
        </message>
        <message>
            <source>Filter names, bases, types</source>
            <translation>筛选名称、基础模型、类型</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>安装</translation>
        </message>
        <message>
            <source>Install {count}</source>
            <translation>安装 {count} 个</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>已安装</translation>
        </message>
        <message>
            <source>Installs {names} with it.</source>
            <translation>同时安装 {names}。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>没有连接服务器。</translation>
        </message>
        <message>
            <source>No starter model matches.</source>
            <translation>没有匹配的入门模型。</translation>
        </message>
        <message>
            <source>Only administrators of this server install models.</source>
            <translation>只有此服务器的管理员可以安装模型。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Starter models</source>
            <translation>入门模型</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>All events</source>
            <translation>所有事件</translation>
        </message>
    </context>
    <context>
        <name>StatusChips</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>运行中</translation>
        </message>
    </context>
    <context>
        <name>SweepDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Every combination with other sweeps</source>
            <translation>与其他扫描的所有组合</translation>
        </message>
        <message>
            <source>How it goes with other sweeps</source>
            <translation>与其他扫描的配合方式</translation>
        </message>
        <message>
            <source>In step with {field}, {count} values</source>
            <translation>与 {field} 同步，{count} 个取值</translation>
        </message>
        <message>
            <source>No values yet</source>
            <translation>尚无取值</translation>
        </message>
        <message>
            <source>Sweep</source>
            <translation>参数扫描</translation>
        </message>
        <message>
            <source>Vary {field}</source>
            <translation>改变 {field}</translation>
        </message>
        <message>
            <source>Where the values come from</source>
            <translation>取值来源</translation>
        </message>
    </context>
    <context>
        <name>SweepField</name>
        <message>
            <source>Remove the sweep</source>
            <translation>移除参数扫描</translation>
        </message>
        <message>
            <source>{label}, swept: {values}</source>
            <translation>{label}，扫描：{values}</translation>
        </message>
    </context>
    <context>
        <name>SystemTray</name>
        <message>
            <source>Nothing runs</source>
            <translation>没有正在运行的任务</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Show the window</source>
            <translation>显示窗口</translation>
        </message>
    </context>
    <context>
        <name>TablePage</name>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt)</source>
            <translation>表格 (*.csv *.tsv *.txt)</translation>
        </message>
    </context>
    <context>
        <name>TagPopup</name>
        <message>
            <source>Commas between tags. Enter keeps them.</source>
            <translation>用逗号分隔标签。按回车键保存。</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>keep, for print</source>
            <translation>保留, 待打印</translation>
        </message>
    </context>
    <context>
        <name>Tagging</name>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Tags of {pictures}</source>
            <translation>{pictures} 的标签</translation>
        </message>
    </context>
    <context>
        <name>Tile</name>
        <message>
            <source>No preview yet.</source>
            <translation>还没有预览。</translation>
        </message>
    </context>
    <context>
        <name>TitleSwitcher</name>
        <message>
            <source>Workflow</source>
            <translation>工作流</translation>
        </message>
        <message>
            <source>Workflow: {title}</source>
            <translation>工作流：{title}</translation>
        </message>
        <message>
            <source>unsaved</source>
            <translation>未保存</translation>
        </message>
    </context>
    <context>
        <name>ToggleEditor</name>
        <message>
            <source>Off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>On</source>
            <translation>开</translation>
        </message>
        <message>
            <source>{word} (default)</source>
            <translation>{word}（默认）</translation>
        </message>
    </context>
    <context>
        <name>TokenLine</name>
        <message>
            <source>Access token</source>
            <translation>访问令牌</translation>
        </message>
        <message>
            <source>Access token, if needed</source>
            <translation>访问令牌（如需要）</translation>
        </message>
    </context>
    <context>
        <name>TransferLine</name>
        <message>
            <source>Downloading {place}</source>
            <translation>正在下载 {place}</translation>
        </message>
        <message>
            <source>Drawing {done} of {total} on {place}</source>
            <translation>正在绘制到 {place}：{done} / {total}</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Saving {done} of {total} to {place}</source>
            <translation>正在保存到 {place}：{done} / {total}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>The server packs {total} pictures</source>
            <translation>服务器正在打包 {total} 张图像</translation>
        </message>
        <message>
            <source>Uploading {done} of {total} to {place}</source>
            <translation>正在上传到 {place}：{done} / {total}</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
    </context>
    <context>
        <name>TrashModel</name>
        <message>
            <source>Board</source>
            <translation>画板</translation>
        </message>
        <message>
            <source>Deleted here {time}</source>
            <translation>在这里删除的时间：{time}</translation>
        </message>
        <message>
            <source>Deleted on the server</source>
            <translation>从服务器删除</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>in {delay}</source>
            <translation>{delay}后</translation>
        </message>
        <message>
            <source>now</source>
            <translation>现在</translation>
        </message>
    </context>
    <context>
        <name>TrashWindow</name>
        <message>
            <source>Ask before pictures go to the trash</source>
            <translation>图像移入回收站前询问</translation>
        </message>
        <message>
            <source>Ask first</source>
            <translation>先询问</translation>
        </message>
        <message>
            <source>Delete now…</source>
            <translation>立即删除…</translation>
        </message>
        <message>
            <source>Delete on the server after</source>
            <translation>从服务器删除的延迟</translation>
        </message>
        <message>
            <source>Empty the trash…</source>
            <translation>清空回收站…</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Restore all</source>
            <translation>全部恢复</translation>
        </message>
        <message>
            <source>The trash is empty.</source>
            <translation>回收站是空的。</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>回收站</translation>
        </message>
        <message>
            <source>Trash of {server}</source>
            <translation>{server} 的回收站</translation>
        </message>
        <message>
            <source>{pictures}, {size}</source>
            <translation>{pictures}，{size}</translation>
        </message>
    </context>
    <context>
        <name>TrayKeeper</name>
        <message>
            <source>Click on its icon to see the window. File &gt; Quit ends it.</source>
            <translation>点击其图标可显示窗口。“文件 &gt; 退出”可将其结束。</translation>
        </message>
        <message>
            <source>ivk desktop goes on in the tray</source>
            <translation>ivk desktop 在托盘中继续运行</translation>
        </message>
    </context>
    <context>
        <name>UndoActions</name>
        <message>
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Redo {what}</source>
            <translation>重做{what}(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Undo {what}</source>
            <translation>撤销{what}(&amp;U)</translation>
        </message>
    </context>
    <context>
        <name>UndoOffer</name>
        <message>
            <source>Undo (enqueue {items} again, with new ids)</source>
            <translation>撤销（以新 ID 重新加入 {items}）</translation>
        </message>
    </context>
    <context>
        <name>VideoEditor</name>
        <message>
            <source>Drop a video here</source>
            <translation>将视频拖到这里</translation>
        </message>
    </context>
    <context>
        <name>ViewBar</name>
        <message>
            <source>Along</source>
            <translation>横向</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>纵向</translation>
        </message>
        <message>
            <source>Larger pictures (+)</source>
            <translation>放大图像 (+)</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Picture of each item</source>
            <translation>每个项目的图像</translation>
        </message>
        <message>
            <source>Picture {number}</source>
            <translation>第 {number} 张图像</translation>
        </message>
        <message>
            <source>Smaller pictures (-)</source>
            <translation>缩小图像 (-)</translation>
        </message>
    </context>
    <context>
        <name>ViewMenus</name>
        <message>
            <source>&amp;Columns…</source>
            <translation>列(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Filter by</source>
            <translation>筛选方式(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Filter…</source>
            <translation>筛选(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Group by</source>
            <translation>分组方式(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Hide</source>
            <translation>隐藏(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Run order</source>
            <translation>运行顺序(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Sort by</source>
            <translation>排序方式(&amp;S)</translation>
        </message>
        <message>
            <source>Clear f&amp;ilter</source>
            <translation>清除筛选(&amp;I)</translation>
        </message>
        <message>
            <source>Descending</source>
            <translation>降序</translation>
        </message>
        <message>
            <source>Move &amp;left</source>
            <translation>左移(&amp;L)</translation>
        </message>
        <message>
            <source>Move ri&amp;ght</source>
            <translation>右移(&amp;G)</translation>
        </message>
        <message>
            <source>Run order</source>
            <translation>运行顺序</translation>
        </message>
        <message>
            <source>Sort &amp;ascending</source>
            <translation>升序排列(&amp;A)</translation>
        </message>
        <message>
            <source>Sort &amp;descending</source>
            <translation>降序排列(&amp;D)</translation>
        </message>
    </context>
    <context>
        <name>ViewModes</name>
        <message>
            <source>Queue</source>
            <translation>队列</translation>
        </message>
    </context>
    <context>
        <name>Viewer</name>
        <message>
            <source>Viewer</source>
            <translation>查看器</translation>
        </message>
    </context>
    <context>
        <name>ViewerBar</name>
        <message>
            <source>Place in the list</source>
            <translation>在列表中的位置</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} / {count}</translation>
        </message>
    </context>
    <context>
        <name>Wall</name>
        <message>
            <source>All running previews</source>
            <translation>所有正在运行的预览</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Nothing runs now. Press Escape to go back.</source>
            <translation>现在没有正在运行的任务。按 Esc 键返回。</translation>
        </message>
        <message>
            <source>Show on {screen}</source>
            <translation>在 {screen} 上显示</translation>
        </message>
    </context>
    <context>
        <name>WarningLine</name>
        <message>
            <source>And {count} more</source>
            <translation>另有 {count} 条</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>忽略</translation>
        </message>
        <message>
            <source>Show less</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
    </context>
    <context>
        <name>WindowBoards</name>
        <message>
            <source>Download pictures</source>
            <translation>下载图像</translation>
        </message>
        <message>
            <source>Name of the board</source>
            <translation>画板名称</translation>
        </message>
        <message>
            <source>New board</source>
            <translation>新建画板</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation>图像 ({endings})</translation>
        </message>
        <message>
            <source>Rename board</source>
            <translation>重命名画板</translation>
        </message>
        <message>
            <source>Results whose board is automatic go to {board} now.</source>
            <translation>画板为自动的结果现在放到 {board}。</translation>
        </message>
        <message>
            <source>The board {name} is there.</source>
            <translation>画板 {name} 已创建。</translation>
        </message>
        <message>
            <source>These pictures are on another server: drag their files here instead.</source>
            <translation>这些图像在另一台服务器上：请改为把图像文件拖到这里。</translation>
        </message>
        <message>
            <source>Upload pictures to {board}</source>
            <translation>上传图像到 {board}</translation>
        </message>
        <message>
            <source>Zip files (*.zip)</source>
            <translation>Zip 文件 (*.zip)</translation>
        </message>
        <message>
            <source>{pictures} moved to {board}.</source>
            <translation>已将 {pictures} 移动到 {board}。</translation>
        </message>
    </context>
    <context>
        <name>WindowDetails</name>
        <message>
            <source>A bug report is on the clipboard, without secrets.</source>
            <translation>错误报告已复制到剪贴板，不含机密信息。</translation>
        </message>
        <message>
            <source>Details of item {id}</source>
            <translation>项目 {id} 的详情</translation>
        </message>
    </context>
    <context>
        <name>WindowEvents</name>
        <message>
            <source>The recording could not be opened.</source>
            <translation>无法打开录制文件。</translation>
        </message>
    </context>
    <context>
        <name>WindowHelp</name>
        <message>
            <source>Copy this into a bug report. It holds versions and the end of the log, and neither passwords nor addresses nor prompts. Nothing is sent by itself.</source>
            <translation>请将此内容复制到错误报告中。它包含版本信息和日志末尾，不含密码、地址或提示词。不会自动发送任何内容。</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>诊断信息</translation>
        </message>
        <message>
            <source>Large pictures</source>
            <translation>大图</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>报告…</translation>
        </message>
        <message>
            <source>Rows of the queue</source>
            <translation>队列中的行</translation>
        </message>
        <message>
            <source>User guide</source>
            <translation>用户指南</translation>
        </message>
    </context>
    <context>
        <name>WindowHistory</name>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Deleted {count} items from the history.</source>
            <translation>已从历史记录中删除 {count} 个项目。</translation>
        </message>
        <message>
            <source>Export the history</source>
            <translation>导出历史记录</translation>
        </message>
        <message>
            <source>Submitted 1 item again.</source>
            <translation>已再次提交 1 个项目。</translation>
        </message>
        <message>
            <source>Submitted {count} items again.</source>
            <translation>已再次提交 {count} 个项目。</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <source>Writing {file}</source>
            <translation>正在写入 {file}</translation>
        </message>
        <message>
            <source>Wrote {count} items to {file}.</source>
            <translation>已将 {count} 个项目写入 {file}。</translation>
        </message>
        <message>
            <source>history</source>
            <translation>历史记录</translation>
        </message>
    </context>
    <context>
        <name>WindowModelManager</name>
        <message>
            <source>Deleted {models}.</source>
            <translation>已删除 {models}。</translation>
        </message>
        <message>
            <source>Installed {name}.</source>
            <translation>已安装 {name}。</translation>
        </message>
        <message>
            <source>Picture for {model}</source>
            <translation>{model} 的图像</translation>
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation>图像 ({endings})</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
    </context>
    <context>
        <name>WindowOpening</name>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Clear this list</source>
            <translation>清除此列表</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>Open workflows</source>
            <translation>打开工作流</translation>
        </message>
        <message>
            <source>Pasted</source>
            <translation>已粘贴</translation>
        </message>
        <message>
            <source>The clipboard holds no workflow, and no PNG that may carry one.</source>
            <translation>剪贴板中没有工作流，也没有可能包含工作流的 PNG。</translation>
        </message>
        <message>
            <source>Workflows and pictures (*.json *.png)</source>
            <translation>工作流和图像 (*.json *.png)</translation>
        </message>
    </context>
    <context>
        <name>WindowPalette</name>
        <message>
            <source>Action</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>画板</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Open workflow</source>
            <translation>已打开的工作流</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>工作流</translation>
        </message>
    </context>
    <context>
        <name>WindowPictures</name>
        <message>
            <source>Done with the pictures of {server} alone: choose the others then.</source>
            <translation>只处理了 {server} 的图像：其他图像请随后选择。</translation>
        </message>
        <message>
            <source>Move {pictures} to</source>
            <translation>将 {pictures} 移动到</translation>
        </message>
        <message>
            <source>New board…</source>
            <translation>新建画板…</translation>
        </message>
        <message>
            <source>Nothing is in the trash any more that could be brought back.</source>
            <translation>回收站里已没有可以恢复的图像。</translation>
        </message>
        <message>
            <source>The marks are back.</source>
            <translation>标记已恢复。</translation>
        </message>
        <message>
            <source>The marks of {pictures} are gone.</source>
            <translation>{pictures} 的标记已清除。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>{pictures} brought back from the trash.</source>
            <translation>已从回收站恢复 {pictures}。</translation>
        </message>
        <message>
            <source>{pictures} in the trash.</source>
            <translation>{pictures} 已移入回收站。</translation>
        </message>
    </context>
    <context>
        <name>WindowQueue</name>
        <message>
            <source>&amp;Undo cancel</source>
            <translation>撤销取消(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Undo: enqueue {items} again</source>
            <translation>撤销：重新加入 {items}(&amp;U)</translation>
        </message>
        <message>
            <source>Copied the graph.</source>
            <translation>已复制图。</translation>
        </message>
        <message>
            <source>Enqueue again</source>
            <translation>重新加入队列</translation>
        </message>
        <message>
            <source>It is not known whether {items} were enqueued again before the connection was lost.</source>
            <translation>连接断开前 {items} 是否已重新加入队列尚不清楚。</translation>
        </message>
    </context>
    <context>
        <name>WindowSaving</name>
        <message>
            <source>Name of the new workflow</source>
            <translation>新工作流的名称</translation>
        </message>
        <message>
            <source>Save to the library</source>
            <translation>保存到库</translation>
        </message>
        <message>
            <source>Save workflow</source>
            <translation>保存工作流</translation>
        </message>
        <message>
            <source>Saved to {file}.</source>
            <translation>已保存到 {file}。</translation>
        </message>
        <message>
            <source>Saved {name} to the library.</source>
            <translation>已将 {name} 保存到库。</translation>
        </message>
        <message>
            <source>{file} could not be written: {reason}.</source>
            <translation>无法写入 {file}：{reason}。</translation>
        </message>
    </context>
    <context>
        <name>WindowServers</name>
        <message>
            <source>Another server…</source>
            <translation>另一台服务器…</translation>
        </message>
        <message>
            <source>Connect to {server}</source>
            <translation>连接到 {server}</translation>
        </message>
        <message>
            <source>Disconnect</source>
            <translation>断开连接</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>List its boards, models and workflows</source>
            <translation>列出其画板、模型和工作流</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Retry now</source>
            <translation>立即重试</translation>
        </message>
        <message>
            <source>Show in strip, lanes and queue</source>
            <translation>在状态条、通道和队列中显示</translation>
        </message>
    </context>
    <context>
        <name>WindowSessions</name>
        <message>
            <source>No field of this form takes {model}.</source>
            <translation>此表单没有可以使用 {model} 的字段。</translation>
        </message>
        <message>
            <source>Saved to {file}.</source>
            <translation>已保存到 {file}。</translation>
        </message>
    </context>
    <context>
        <name>WindowSheets</name>
        <message>
            <source>Batch nodes vary here, too: such winners run again one at a time.</source>
            <translation>这里还有批次节点在变化：这样的优胜项目只能逐个再次运行。</translation>
        </message>
        <message>
            <source>No batch of this server varies anything: sweep a field first.</source>
            <translation>此服务器没有带变化的批次：请先为字段设置参数扫描。</translation>
        </message>
        <message>
            <source>No field of this form takes other values.</source>
            <translation>此表单没有可以使用其他取值的字段。</translation>
        </message>
        <message>
            <source>Open sheet</source>
            <translation>打开对照表</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>图像 (*.png)</translation>
        </message>
        <message>
            <source>Save the sheet</source>
            <translation>保存对照表</translation>
        </message>
        <message>
            <source>The sheet fills as items finish.</source>
            <translation>对照表会随着项目完成逐渐填满。</translation>
        </message>
    </context>
    <context>
        <name>WindowSignIn</name>
        <message>
            <source>Sign &amp;in as another user…</source>
            <translation>以其他用户身份登录(&amp;I)…</translation>
        </message>
        <message>
            <source>Sign &amp;in…</source>
            <translation>登录(&amp;I)…</translation>
        </message>
        <message>
            <source>Sign &amp;out {name}</source>
            <translation>退出登录 {name}(&amp;O)</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>You are signed out of {server}: what is shown is of before.</source>
            <translation>您已退出登录 {server}：显示的是之前的内容。</translation>
        </message>
        <message>
            <source>Your sign-in to {server} ends at {time}.</source>
            <translation>您在 {server} 的登录将于 {time} 到期。</translation>
        </message>
        <message>
            <source>{server} wants you to sign in.</source>
            <translation>{server} 需要您登录。</translation>
        </message>
    </context>
    <context>
        <name>WindowSubmits</name>
        <message>
            <source>Copied, with $IVK_TOKEN in place of a token.</source>
            <translation>已复制，以 $IVK_TOKEN 代替令牌。</translation>
        </message>
        <message>
            <source>This server's requests cannot be copied.</source>
            <translation>此服务器的请求无法复制。</translation>
        </message>
    </context>
    <context>
        <name>WindowTargets</name>
        <message>
            <source>Least busy: {why}.</source>
            <translation>最空闲：{why}。</translation>
        </message>
        <message>
            <source>fewest items wait there: {count}</source>
            <translation>那里等待的项目最少：{count}</translation>
        </message>
        <message>
            <source>its queue is done first, in {time}</source>
            <translation>其队列最先完成，还需 {time}</translation>
        </message>
        <message>
            <source>no other connected server has all that is needed</source>
            <translation>没有其他已连接的服务器拥有所需的一切</translation>
        </message>
        <message>
            <source>nothing runs there</source>
            <translation>那里没有正在运行的任务</translation>
        </message>
        <message>
            <source>on {server}</source>
            <translation>在 {server} 上</translation>
        </message>
        <message>
            <source>the others are paused</source>
            <translation>其他服务器已暂停</translation>
        </message>
        <message>
            <source>{server} lacks {what}.</source>
            <translation>{server} 缺少 {what}。</translation>
        </message>
        <message>
            <source>{workflow} goes to {server}: {why}.</source>
            <translation>{workflow} 发往 {server}：{why}。</translation>
        </message>
    </context>
    <context>
        <name>WindowWall</name>
        <message>
            <source>On {screen}</source>
            <translation>在 {screen} 上</translation>
        </message>
    </context>
    <context>
        <name>WorkSigns</name>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>Nothing runs</source>
            <translation>没有正在运行的任务</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>{count} left</source>
            <translation>剩余 {count}</translation>
        </message>
    </context>
    <context>
        <name>WorkWatch</name>
        <message>
            <source>All work is done. Runs in {seconds} s: {command}</source>
            <translation>所有任务已完成。{seconds} 秒后运行：{command}</translation>
        </message>
        <message>
            <source>All work is done. The command runs now.</source>
            <translation>所有任务已完成。命令正在运行。</translation>
        </message>
        <message>
            <source>Do not run it</source>
            <translation>不要运行</translation>
        </message>
        <message>
            <source>Items are running</source>
            <translation>有项目正在运行</translation>
        </message>
        <message>
            <source>The command was not run.</source>
            <translation>命令没有运行。</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;About</source>
            <translation>关于(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Cancel selected</source>
            <translation>取消所选(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Close workflow</source>
            <translation>关闭工作流(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Connect to a server…</source>
            <translation>连接到服务器(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Edit this server…</source>
            <translation>编辑此服务器(&amp;E)…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Filter</source>
            <translation>筛选(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Find or do…</source>
            <translation>查找或执行(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Form</source>
            <translation>表单(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;History…</source>
            <translation>历史记录(&amp;H)…</translation>
        </message>
        <message>
            <source>&amp;Invoke</source>
            <translation>调用(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>键盘快捷键(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>浅色(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Live</source>
            <translation>实时(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Mini</source>
            <translation>迷你(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;New board…</source>
            <translation>新建画板(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Next workflow</source>
            <translation>下一个工作流(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Open workflow…</source>
            <translation>打开工作流(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Paste a workflow</source>
            <translation>粘贴工作流(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>暂停(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Preferences…</source>
            <translation>偏好设置(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Previous workflow</source>
            <translation>上一个工作流(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>队列(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation>刷新(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Results</source>
            <translation>结果(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Review</source>
            <translation>查看(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Save workflow</source>
            <translation>保存工作流(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Server</source>
            <translation>服务器(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Server page…</source>
            <translation>服务器页面(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Sidebar</source>
            <translation>侧栏(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;System</source>
            <translation>跟随系统(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Trash…</source>
            <translation>回收站(&amp;T)…</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Undo cancel</source>
            <translation>撤销取消(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Upload pictures…</source>
            <translation>上传图像(&amp;U)…</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Work</source>
            <translation>工作(&amp;W)</translation>
        </message>
        <message>
            <source>Actual size, or fit</source>
            <translation>实际大小或适应窗口</translation>
        </message>
        <message>
            <source>Add to what is compared, or not</source>
            <translation>加入或移出比较</translation>
        </message>
        <message>
            <source>All &amp;events</source>
            <translation>所有通知(&amp;E)</translation>
        </message>
        <message>
            <source>As &amp;batches</source>
            <translation>按批次显示(&amp;B)</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Beside each other</source>
            <translation>并排</translation>
        </message>
        <message>
            <source>C&amp;lear the queue</source>
            <translation>清空队列(&amp;L)</translation>
        </message>
        <message>
            <source>Cancel &amp;running item</source>
            <translation>取消正在运行的项目(&amp;R)</translation>
        </message>
        <message>
            <source>Cancel all p&amp;ending</source>
            <translation>取消所有等待中的项目(&amp;E)</translation>
        </message>
        <message>
            <source>Cancel e&amp;verything</source>
            <translation>全部取消(&amp;V)</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy &amp;diagnostics…</source>
            <translation>复制诊断信息(&amp;D)…</translation>
        </message>
        <message>
            <source>Delete for good…</source>
            <translation>永久删除…</translation>
        </message>
        <message>
            <source>Delete what is marked…</source>
            <translation>删除已标记的…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Disco&amp;nnect</source>
            <translation>断开连接(&amp;N)</translation>
        </message>
        <message>
            <source>E&amp;vent log</source>
            <translation>事件日志(&amp;V)</translation>
        </message>
        <message>
            <source>Enlarge &amp;queue</source>
            <translation>放大队列(&amp;Q)</translation>
        </message>
        <message>
            <source>F&amp;ollow</source>
            <translation>跟随(&amp;O)</translation>
        </message>
        <message>
            <source>Failure&amp;s…</source>
            <translation>失败(&amp;S)…</translation>
        </message>
        <message>
            <source>First picture</source>
            <translation>第一张图像</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>适应窗口</translation>
        </message>
        <message>
            <source>Fit pictur&amp;e</source>
            <translation>图像适应窗口(&amp;E)</translation>
        </message>
        <message>
            <source>Full s&amp;creen</source>
            <translation>全屏(&amp;C)</translation>
        </message>
        <message>
            <source>Invoke at the &amp;front</source>
            <translation>插队调用(&amp;F)</translation>
        </message>
        <message>
            <source>Larger &amp;text</source>
            <translation>放大文字(&amp;T)</translation>
        </message>
        <message>
            <source>Last picture</source>
            <translation>最后一张图像</translation>
        </message>
        <message>
            <source>M&amp;onitor</source>
            <translation>监控(&amp;O)</translation>
        </message>
        <message>
            <source>Mark for deletion, or not</source>
            <translation>标记或取消标记为删除</translation>
        </message>
        <message>
            <source>Mo&amp;de</source>
            <translation>模式(&amp;D)</translation>
        </message>
        <message>
            <source>Mode&amp;ls…</source>
            <translation>模型(&amp;L)…</translation>
        </message>
        <message>
            <source>Move to a board…</source>
            <translation>移动到画板…</translation>
        </message>
        <message>
            <source>Next picture</source>
            <translation>下一张图像</translation>
        </message>
        <message>
            <source>Only pictures of its batch</source>
            <translation>仅限同一批次的图像</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open &amp;log folder</source>
            <translation>打开日志文件夹(&amp;L)</translation>
        </message>
        <message>
            <source>Open in the system's player</source>
            <translation>在系统播放器中打开</translation>
        </message>
        <message>
            <source>Open its workflow</source>
            <translation>打开其工作流</translation>
        </message>
        <message>
            <source>Open r&amp;ecent</source>
            <translation>最近打开(&amp;E)</translation>
        </message>
        <message>
            <source>Over the whole screen</source>
            <translation>全屏显示</translation>
        </message>
        <message>
            <source>Preview w&amp;all</source>
            <translation>预览墙(&amp;A)</translation>
        </message>
        <message>
            <source>Previous picture</source>
            <translation>上一张图像</translation>
        </message>
        <message>
            <source>Q&amp;ueue in a window of its own</source>
            <translation>在单独窗口中显示队列(&amp;U)</translation>
        </message>
        <message>
            <source>Rate 1</source>
            <translation>评 1 分</translation>
        </message>
        <message>
            <source>Rate 2</source>
            <translation>评 2 分</translation>
        </message>
        <message>
            <source>Rate 3</source>
            <translation>评 3 分</translation>
        </message>
        <message>
            <source>Rate 4</source>
            <translation>评 4 分</translation>
        </message>
        <message>
            <source>Rate 5</source>
            <translation>评 5 分</translation>
        </message>
        <message>
            <source>Re&amp;move this server</source>
            <translation>移除此服务器(&amp;M)</translation>
        </message>
        <message>
            <source>Re&amp;try all failed</source>
            <translation>重试所有失败的项目(&amp;T)</translation>
        </message>
        <message>
            <source>Remove en&amp;ded</source>
            <translation>移除已结束的项目(&amp;D)</translation>
        </message>
        <message>
            <source>Reset all &amp;values</source>
            <translation>重置所有值(&amp;V)</translation>
        </message>
        <message>
            <source>Reset la&amp;yout</source>
            <translation>重置布局(&amp;Y)</translation>
        </message>
        <message>
            <source>Run again with its values</source>
            <translation>用其取值再次运行</translation>
        </message>
        <message>
            <source>S&amp;maller text</source>
            <translation>缩小文字(&amp;M)</translation>
        </message>
        <message>
            <source>S&amp;weep sheet…</source>
            <translation>扫描对照表(&amp;W)…</translation>
        </message>
        <message>
            <source>Save &amp;result as…</source>
            <translation>结果另存为(&amp;R)…</translation>
        </message>
        <message>
            <source>Save to a &amp;file as…</source>
            <translation>保存到文件(&amp;F)…</translation>
        </message>
        <message>
            <source>Save to the li&amp;brary as…</source>
            <translation>保存到库(&amp;B)…</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Send its prompt to the open form</source>
            <translation>将其提示词发送到打开的表单</translation>
        </message>
        <message>
            <source>Send its seed to the open form</source>
            <translation>将其种子发送到打开的表单</translation>
        </message>
        <message>
            <source>Ser&amp;vers</source>
            <translation>所有服务器(&amp;V)</translation>
        </message>
        <message>
            <source>Server on this com&amp;puter…</source>
            <translation>本机服务器(&amp;P)…</translation>
        </message>
        <message>
            <source>Show in board</source>
            <translation>在画板中显示</translation>
        </message>
        <message>
            <source>Show the queue item that made it</source>
            <translation>显示生成它的队列项目</translation>
        </message>
        <message>
            <source>Sign &amp;in…</source>
            <translation>登录(&amp;I)…</translation>
        </message>
        <message>
            <source>Sign &amp;out</source>
            <translation>退出登录(&amp;O)</translation>
        </message>
        <message>
            <source>Slide show</source>
            <translation>幻灯片放映</translation>
        </message>
        <message>
            <source>St&amp;age in a window of its own</source>
            <translation>在单独窗口中显示舞台(&amp;A)</translation>
        </message>
        <message>
            <source>Star, or take the star away</source>
            <translation>加上或取消星标</translation>
        </message>
        <message>
            <source>T&amp;heme</source>
            <translation>主题(&amp;H)</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>标签…</translation>
        </message>
        <message>
            <source>Take the rating away</source>
            <translation>清除评分</translation>
        </message>
        <message>
            <source>Ten pictures back</source>
            <translation>后退十张图像</translation>
        </message>
        <message>
            <source>Ten pictures on</source>
            <translation>前进十张图像</translation>
        </message>
        <message>
            <source>Try the &amp;demo</source>
            <translation>试用演示(&amp;D)</translation>
        </message>
        <message>
            <source>Use it as input</source>
            <translation>用作输入</translation>
        </message>
        <message>
            <source>Use its values in the open form</source>
            <translation>在打开的表单中使用其取值</translation>
        </message>
        <message>
            <source>User &amp;guide</source>
            <translation>用户指南(&amp;G)</translation>
        </message>
        <message>
            <source>Vary: its values, a new seed</source>
            <translation>变化：相同取值，新种子</translation>
        </message>
        <message>
            <source>What it was made of</source>
            <translation>生成信息</translation>
        </message>
        <message>
            <source>Windo&amp;ws of their own</source>
            <translation>单独窗口(&amp;W)</translation>
        </message>
        <message>
            <source>With a slider</source>
            <translation>用滑块比较</translation>
        </message>
        <message>
            <source>Workflow &amp;library…</source>
            <translation>工作流库(&amp;L)…</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>放大(&amp;I)</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Zoom o&amp;ut</source>
            <translation>缩小(&amp;U)</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
    </context>
    <context>
        <name>boards</name>
        <message>
            <source>All {total} pictures are indexed</source>
            <translation>全部 {total} 张图像均已建立索引</translation>
        </message>
        <message>
            <source>Indexed {done} of {total}</source>
            <translation>已索引 {done} / {total}</translation>
        </message>
        <message>
            <source>Nothing is indexed yet</source>
            <translation>尚未建立索引</translation>
        </message>
        <message>
            <source>The server searches all of it as one text: filters need the index.</source>
            <translation>服务器把全部内容作为一段文字搜索：筛选条件需要索引。</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>未分类</translation>
        </message>
    </context>
    <context>
        <name>clock</name>
        <message>
            <source>Add one to begin</source>
            <translation>添加一台以开始</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>Done about {time}</source>
            <translation>约 {time} 完成</translation>
        </message>
        <message>
            <source>Done: not known</source>
            <translation>完成时间：未知</translation>
        </message>
        <message>
            <source>Done: not known yet</source>
            <translation>完成时间：尚不清楚</translation>
        </message>
        <message>
            <source>Idle</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>Idle since {time}</source>
            <translation>自 {time} 起空闲</translation>
        </message>
        <message>
            <source>No server</source>
            <translation>没有服务器</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>Paused, {count} pending</source>
            <translation>已暂停，{count} 个等待中</translation>
        </message>
        <message>
            <source>Pauses after this item</source>
            <translation>此项目结束后暂停</translation>
        </message>
        <message>
            <source>connection lost</source>
            <translation>连接已断开</translation>
        </message>
        <message>
            <source>trying again</source>
            <translation>正在重试</translation>
        </message>
        <message>
            <source>{ended} of {total} items</source>
            <translation>{ended} / {total} 个项目</translation>
        </message>
    </context>
    <context>
        <name>delays</name>
        <message>
            <source>1 day</source>
            <translation>1 天</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translation>1 小时</translation>
        </message>
        <message>
            <source>1 minute</source>
            <translation>1 分钟</translation>
        </message>
        <message>
            <source>1 second</source>
            <translation>1 秒</translation>
        </message>
        <message>
            <source>a moment</source>
            <translation>片刻</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} 天</translation>
        </message>
        <message>
            <source>{count} hours</source>
            <translation>{count} 小时</translation>
        </message>
        <message>
            <source>{count} minutes</source>
            <translation>{count} 分钟</translation>
        </message>
        <message>
            <source>{count} seconds</source>
            <translation>{count} 秒</translation>
        </message>
    </context>
    <context>
        <name>details</name>
        <message>
            <source>took {time}</source>
            <translation>用时 {time}</translation>
        </message>
        <message>
            <source>{time} so far</source>
            <translation>已用 {time}</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>1 item</source>
            <translation>1 个项目</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>Items: {ids}</source>
            <translation>项目：{ids}</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>没有给出原因</translation>
        </message>
        <message>
            <source>Run again. Dismiss this when it went well.</source>
            <translation>已再次运行。顺利完成后可忽略此条。</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} 个项目</translation>
        </message>
        <message>
            <source>{count} of them were run again.</source>
            <translation>其中 {count} 个已再次运行。</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} 到 {last}</translation>
        </message>
    </context>
    <context>
        <name>facts</name>
        <message>
            <source>Board</source>
            <translation>画板</translation>
        </message>
        <message>
            <source>Copy {fact}</source>
            <translation>复制{fact}</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Guidance</source>
            <translation>引导</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>时长</translation>
        </message>
        <message>
            <source>LoRAs</source>
            <translation>LoRA</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Negative prompt</source>
            <translation>负面提示词</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>提示词</translation>
        </message>
        <message>
            <source>Run time</source>
            <translation>运行时间</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>调度器</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>工作流</translation>
        </message>
    </context>
    <context>
        <name>history</name>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Connect to {server} to run it again.</source>
            <translation>连接 {server} 以再次运行。</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Delete from history</source>
            <translation>从历史记录中删除</translation>
        </message>
        <message>
            <source>Delete this item from the history?</source>
            <translation>从历史记录中删除此项目吗？</translation>
        </message>
        <message>
            <source>Delete {count}</source>
            <translation>删除 {count} 个</translation>
        </message>
        <message>
            <source>Delete {count} items from the history?</source>
            <translation>从历史记录中删除 {count} 个项目吗？</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Do nothing</source>
            <translation>什么都不做</translation>
        </message>
        <message>
            <source>Each is submitted as a batch of its own.</source>
            <translation>每个都作为单独的批次提交。</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Error type</source>
            <translation>错误类型</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>It left the server's queue unseen: how it ended is not known.</source>
            <translation>它未被看到就离开了服务器队列：结果如何不得而知。</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>Its results stay on the server. This cannot be undone.</source>
            <translation>其结果保留在服务器上。此操作无法撤销。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Keep all</source>
            <translation>全部保留</translation>
        </message>
        <message>
            <source>Keep only the newest {count} items?</source>
            <translation>只保留最新的 {count} 个项目吗？</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Private item</source>
            <translation>私有项目</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Run again</source>
            <translation>再次运行</translation>
        </message>
        <message>
            <source>Run time (s)</source>
            <translation>运行时间（秒）</translation>
        </message>
        <message>
            <source>Run {count}</source>
            <translation>运行 {count} 个</translation>
        </message>
        <message>
            <source>Run {count} items again?</source>
            <translation>再次运行 {count} 个项目吗？</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Size of the history</source>
            <translation>历史记录大小</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>What it ran with is not kept here, and the server has it no more.</source>
            <translation>它的运行取值没有保存在这里，服务器上也已经没有了。</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>工作流</translation>
        </message>
        <message>
            <source>{count} items of one batch</source>
            <translation>一个批次的 {count} 个项目</translation>
        </message>
        <message>
            <source>{count} older ones are deleted from the history. This cannot be undone.</source>
            <translation>较早的 {count} 个项目将从历史记录中删除。此操作无法撤销。</translation>
        </message>
        <message>
            <source>{span} run time</source>
            <translation>运行时间 {span}</translation>
        </message>
    </context>
    <context>
        <name>job_texts</name>
        <message>
            <source>Canceled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Canceling</source>
            <translation>正在取消</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Decoding</source>
            <translation>解码</translation>
        </message>
        <message>
            <source>Denoising</source>
            <translation>去噪</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>GPU {number}</source>
            <translation>GPU {number}</translation>
        </message>
        <message>
            <source>Left running</source>
            <translation>继续运行</translation>
        </message>
        <message>
            <source>Loading model</source>
            <translation>加载模型</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Reading the inputs</source>
            <translation>读取输入</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Started elsewhere</source>
            <translation>在别处启动</translation>
        </message>
        <message>
            <source>Started elsewhere ({title})</source>
            <translation>在别处启动（{title}）</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>正在开始</translation>
        </message>
        <message>
            <source>Time left not known yet</source>
            <translation>剩余时间尚不清楚</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>搁置</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>处理中</translation>
        </message>
        <message>
            <source>{step} of {total}</source>
            <translation>{step} / {total}</translation>
        </message>
        <message>
            <source>{step} of {total}, estimated</source>
            <translation>{step} / {total}（估计）</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>剩余 {time}</translation>
        </message>
    </context>
    <context>
        <name>library</name>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Delete workflows</source>
            <translation>删除工作流</translation>
        </message>
        <message>
            <source>Delete {count}</source>
            <translation>删除 {count} 个</translation>
        </message>
        <message>
            <source>Delete {count} workflows from the library?</source>
            <translation>从库中删除 {count} 个工作流吗？</translation>
        </message>
        <message>
            <source>Delete {name} from the library?</source>
            <translation>从库中删除 {name} 吗？</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>This cannot be undone. What is open here stays open.</source>
            <translation>此操作无法撤销。这里已打开的会保持打开。</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
    </context>
    <context>
        <name>links</name>
        <message>
            <source>Another program or a page asks for this.</source>
            <translation>这是另一个程序或网页的请求。</translation>
        </message>
        <message>
            <source>Connect to the server {url}?</source>
            <translation>连接到服务器 {url} 吗？</translation>
        </message>
        <message>
            <source>Do not open</source>
            <translation>不打开</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open a link</source>
            <translation>打开链接</translation>
        </message>
        <message>
            <source>Open the workflow {id} of the server {url}?</source>
            <translation>打开服务器 {url} 的工作流 {id} 吗？</translation>
        </message>
        <message>
            <source>Show item {id} in the queue of the server {url}?</source>
            <translation>显示服务器 {url} 队列中的项目 {id} 吗？</translation>
        </message>
    </context>
    <context>
        <name>models</name>
        <message>
            <source>1 model</source>
            <translation>1 个模型</translation>
        </message>
        <message>
            <source>Access token</source>
            <translation>访问令牌</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>CFG rescale</source>
            <translation>CFG 重缩放</translation>
        </message>
        <message>
            <source>CFG scale</source>
            <translation>CFG 等级</translation>
        </message>
        <message>
            <source>CLIP embed</source>
            <translation>CLIP 嵌入</translation>
        </message>
        <message>
            <source>CLIP vision</source>
            <translation>CLIP 视觉</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Control LoRA</source>
            <translation>Control LoRA</translation>
        </message>
        <message>
            <source>ControlNet</source>
            <translation>ControlNet</translation>
        </message>
        <message>
            <source>Default settings</source>
            <translation>默认设置</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Delete models</source>
            <translation>删除模型</translation>
        </message>
        <message>
            <source>Delete {count}</source>
            <translation>删除 {count} 个</translation>
        </message>
        <message>
            <source>Delete {what} ({size}) from the server?</source>
            <translation>从服务器删除 {what}（{size}）吗？</translation>
        </message>
        <message>
            <source>Delete {what}?</source>
            <translation>删除 {what} 吗？</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>正在下载</translation>
        </message>
        <message>
            <source>Embedding</source>
            <translation>嵌入</translation>
        </message>
        <message>
            <source>FP8 storage</source>
            <translation>FP8 存储</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>Files in the server's own models folder are deleted with them. Files elsewhere stay. This cannot be undone.</source>
            <translation>服务器自己的模型文件夹中的文件会一并删除。其他位置的文件保留。此操作无法撤销。</translation>
        </message>
        <message>
            <source>Guidance</source>
            <translation>引导</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>哈希</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>高度</translation>
        </message>
        <message>
            <source>Highest weight</source>
            <translation>最高权重</translation>
        </message>
        <message>
            <source>IP adapter</source>
            <translation>IP 适配器</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>已安装</translation>
        </message>
        <message>
            <source>Installed from</source>
            <translation>安装来源</translation>
        </message>
        <message>
            <source>Installed, but the server does not know what kind of model it is: {source}</source>
            <translation>已安装，但服务器不知道这是哪种模型：{source}</translation>
        </message>
        <message>
            <source>Installing</source>
            <translation>正在安装</translation>
        </message>
        <message>
            <source>It may hold {size}; {cleared} parts were dropped to make room.</source>
            <translation>最多容纳 {size}；为腾出空间移除了 {cleared} 个部分。</translation>
        </message>
        <message>
            <source>Its files are not where the server expects them: workflows with it fail.</source>
            <translation>其文件不在服务器预期的位置：使用它的工作流会失败。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>键</translation>
        </message>
        <message>
            <source>LoRA</source>
            <translation>LoRA</translation>
        </message>
        <message>
            <source>Looking through the library…</source>
            <translation>正在查看库…</translation>
        </message>
        <message>
            <source>Lowest weight</source>
            <translation>最低权重</translation>
        </message>
        <message>
            <source>Main</source>
            <translation>主模型</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>No open workflow, library workflow or preset names it.</source>
            <translation>没有打开的工作流、库中的工作流或预设使用它。</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Not told</source>
            <translation>未提供</translation>
        </message>
        <message>
            <source>Nothing has been loaded yet.</source>
            <translation>尚未加载任何内容。</translation>
        </message>
        <message>
            <source>Nothing in memory; {hits} hits, {misses} misses</source>
            <translation>内存中没有内容；命中 {hits} 次，未命中 {misses} 次</translation>
        </message>
        <message>
            <source>ONNX</source>
            <translation>ONNX</translation>
        </message>
        <message>
            <source>On the CPU only</source>
            <translation>仅在 CPU 上</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>路径</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>Preprocessor</source>
            <translation>预处理器</translation>
        </message>
        <message>
            <source>Related models</source>
            <translation>相关模型</translation>
        </message>
        <message>
            <source>Remove picture</source>
            <translation>移除图像</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>调度器</translation>
        </message>
        <message>
            <source>Set picture…</source>
            <translation>设置图像…</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>T2I adapter</source>
            <translation>T2I 适配器</translation>
        </message>
        <message>
            <source>T5 encoder</source>
            <translation>T5 编码器</translation>
        </message>
        <message>
            <source>Token for {source}. It is sent to the server, and not kept here.</source>
            <translation>{source} 的令牌。它会发送到服务器，不会保存在这里。</translation>
        </message>
        <message>
            <source>Trigger phrases</source>
            <translation>触发词</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Used by</source>
            <translation>使用者</translation>
        </message>
        <message>
            <source>VAE</source>
            <translation>VAE</translation>
        </message>
        <message>
            <source>VAE precision</source>
            <translation>VAE 精度</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
        <message>
            <source>library</source>
            <translation>库</translation>
        </message>
        <message>
            <source>open workflow</source>
            <translation>打开的工作流</translation>
        </message>
        <message>
            <source>preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>{count} models</source>
            <translation>{count} 个模型</translation>
        </message>
        <message>
            <source>{done} of {all}</source>
            <translation>{done} / {all}</translation>
        </message>
        <message>
            <source>{parts} parts in memory, {size}; {hits} hits, {misses} misses</source>
            <translation>内存中有 {parts} 个部分，{size}；命中 {hits} 次，未命中 {misses} 次</translation>
        </message>
        <message>
            <source>{size}/s</source>
            <translation>{size}/秒</translation>
        </message>
    </context>
    <context>
        <name>nodes</name>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
        <message>
            <source>cached</source>
            <translation>已缓存</translation>
        </message>
        <message>
            <source>{step} of {total}</source>
            <translation>{step} / {total}</translation>
        </message>
    </context>
    <context>
        <name>pictures</name>
        <message>
            <source>1 picture</source>
            <translation>1 张图像</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Delete board</source>
            <translation>删除画板</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>永久删除</translation>
        </message>
        <message>
            <source>Delete pictures</source>
            <translation>删除图像</translation>
        </message>
        <message>
            <source>Delete the board</source>
            <translation>删除画板</translation>
        </message>
        <message>
            <source>Delete the board “{name}”?</source>
            <translation>删除画板“{name}”吗？</translation>
        </message>
        <message>
            <source>Delete {pictures} for good?</source>
            <translation>永久删除 {pictures} 吗？</translation>
        </message>
        <message>
            <source>Delete {pictures} too</source>
            <translation>同时删除 {pictures}</translation>
        </message>
        <message>
            <source>Delete {pictures}?</source>
            <translation>删除 {pictures} 吗？</translation>
        </message>
        <message>
            <source>Do not ask again</source>
            <translation>不再询问</translation>
        </message>
        <message>
            <source>Each is one more item at the end of the queue.</source>
            <translation>每张都会成为队列末尾的一个新项目。</translation>
        </message>
        <message>
            <source>Keep the pictures</source>
            <translation>保留图像</translation>
        </message>
        <message>
            <source>Run again</source>
            <translation>再次运行</translation>
        </message>
        <message>
            <source>Run {pictures} again?</source>
            <translation>再次运行 {pictures} 吗？</translation>
        </message>
        <message>
            <source>The server deletes them now. This cannot be undone.</source>
            <translation>服务器会立即删除它们。此操作无法撤销。</translation>
        </message>
        <message>
            <source>They are hidden here at once, and deleted on the server in {delay}. Until then the Trash restores them, and other programs still see them.</source>
            <translation>它们会立即在这里隐藏，并在{delay}后从服务器删除。在那之前可从回收站恢复，其他程序仍能看到它们。</translation>
        </message>
        <message>
            <source>{count} pictures</source>
            <translation>{count} 张图像</translation>
        </message>
        <message>
            <source>{pictures} are on it. Kept, they are uncategorized. Deleted, they are gone from the server at once, and nothing brings them back.</source>
            <translation>画板上有 {pictures}。保留则变为未分类。删除则立即从服务器消失，无法恢复。</translation>
        </message>
    </context>
    <context>
        <name>preset_texts</name>
        <message>
            <source>1 value does not fit its field.</source>
            <translation>有 1 个值不适合其字段。</translation>
        </message>
        <message>
            <source>1 value has no field here.</source>
            <translation>有 1 个值在这里没有字段。</translation>
        </message>
        <message>
            <source>Preset: none</source>
            <translation>预设：无</translation>
        </message>
        <message>
            <source>Preset: {name}</source>
            <translation>预设：{name}</translation>
        </message>
        <message>
            <source>Preset: {name} ({count} changed)</source>
            <translation>预设：{name}（已更改 {count} 项）</translation>
        </message>
        <message>
            <source>{count} values do not fit their fields.</source>
            <translation>有 {count} 个值不适合其字段。</translation>
        </message>
        <message>
            <source>{count} values have no field here.</source>
            <translation>有 {count} 个值在这里没有字段。</translation>
        </message>
        <message>
            <source>{name} is applied.</source>
            <translation>已应用 {name}。</translation>
        </message>
    </context>
    <context>
        <name>queue</name>
        <message>
            <source>, with the new id {id}</source>
            <translation>，新 ID 为 {id}</translation>
        </message>
        <message>
            <source>, with the new ids {first} to {last}</source>
            <translation>，新 ID 为 {first} 到 {last}</translation>
        </message>
        <message>
            <source>1 item</source>
            <translation>1 个项目</translation>
        </message>
        <message>
            <source>A part of date and time, or &gt; and &lt;: &gt; 2026-03-01</source>
            <translation>日期和时间的一部分，或使用 &gt; 和 &lt;：&gt; 2026-03-01</translation>
        </message>
        <message>
            <source>A part of the number, or &gt; and &lt;: &gt; 100</source>
            <translation>数字的一部分，或使用 &gt; 和 &lt;：&gt; 100</translation>
        </message>
        <message>
            <source>A part of the text. Leave it empty to show all.</source>
            <translation>文字的一部分。留空显示全部。</translation>
        </message>
        <message>
            <source>A part of the time, or &gt; and &lt; with seconds or minutes: &gt; 1:30</source>
            <translation>时间的一部分，或使用 &gt; 和 &lt; 加秒或分钟：&gt; 1:30</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Batches</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Cancel items</source>
            <translation>取消项目</translation>
        </message>
        <message>
            <source>Cancel {items}</source>
            <translation>取消 {items}</translation>
        </message>
        <message>
            <source>Cancel {items}?</source>
            <translation>取消 {items} 吗？</translation>
        </message>
        <message>
            <source>Canceled {items}.</source>
            <translation>已取消 {items}。</translation>
        </message>
        <message>
            <source>Canceled, but not enqueued again, as they had just begun: {items}.</source>
            <translation>已取消，但因为刚开始运行而没有重新加入：{items}。</translation>
        </message>
        <message>
            <source>Clear the queue</source>
            <translation>清空队列</translation>
        </message>
        <message>
            <source>Clear the queue? {items} will be removed.</source>
            <translation>清空队列吗？将移除 {items}。</translation>
        </message>
        <message>
            <source>Cleared the queue: {items} removed. Pictures are kept.</source>
            <translation>已清空队列：移除了 {items}。图像保留。</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <source>Delete items</source>
            <translation>删除项目</translation>
        </message>
        <message>
            <source>Delete {items}</source>
            <translation>删除 {items}</translation>
        </message>
        <message>
            <source>Delete {items} from the queue?</source>
            <translation>从队列中删除 {items} 吗？</translation>
        </message>
        <message>
            <source>Deleted {items} from the queue. Pictures are kept.</source>
            <translation>已从队列中删除 {items}。图像保留。</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Ended: {items}. Pictures are kept.</source>
            <translation>已结束：{items}。图像保留。</translation>
        </message>
        <message>
            <source>Enqueued {items} again, left over from a move{ids}.</source>
            <translation>已重新加入移动时剩下的 {items}{ids}。</translation>
        </message>
        <message>
            <source>Enqueued {items} again{ids}.</source>
            <translation>已重新加入 {items}{ids}。</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>ID</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>项目 {id}</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Left running: {items}. This server cannot cancel: it is only watched no more, and its result is looked for.</source>
            <translation>继续运行：{items}。此服务器无法取消：只是不再观察，并会查找其结果。</translation>
        </message>
        <message>
            <source>No user</source>
            <translation>没有用户</translation>
        </message>
        <message>
            <source>Not read from the server yet</source>
            <translation>尚未从服务器读取</translation>
        </message>
        <message>
            <source>Not started from here: {items}. Whoever started it loses it.</source>
            <translation>不是从这里启动的：{items}。启动者将失去它。</translation>
        </message>
        <message>
            <source>Of an earlier time: not confirmed by the server yet</source>
            <translation>来自先前：尚未得到服务器确认</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Other users</source>
            <translation>其他用户</translation>
        </message>
        <message>
            <source>Paused: {items} pending.</source>
            <translation>已暂停：{items} 等待中。</translation>
        </message>
        <message>
            <source>Pending: {items}. Too many batches to be undone.</source>
            <translation>等待中：{items}。批次过多，无法撤销。</translation>
        </message>
        <message>
            <source>Pending: {items}. Undo is offered for 10 s.</source>
            <translation>等待中：{items}。10 秒内可以撤销。</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>Private</source>
            <translation>私有</translation>
        </message>
        <message>
            <source>Private item</source>
            <translation>私有项目</translation>
        </message>
        <message>
            <source>Private items</source>
            <translation>私有项目</translation>
        </message>
        <message>
            <source>Removed {items} that had ended. Pictures are kept.</source>
            <translation>已移除 {items} 已结束的项目。图像保留。</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Resumed: {items} pending.</source>
            <translation>已继续：{items} 等待中。</translation>
        </message>
        <message>
            <source>Retrying {items}.</source>
            <translation>正在重试 {items}。</translation>
        </message>
        <message>
            <source>Run time</source>
            <translation>运行时间</translation>
        </message>
        <message>
            <source>Running: {items}. Its work so far is lost.</source>
            <translation>运行中：{items}。已完成的部分会丢失。</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Stop watching</source>
            <translation>停止观察</translation>
        </message>
        <message>
            <source>Stop watching this item?</source>
            <translation>停止观察此项目吗？</translation>
        </message>
        <message>
            <source>The queue is full: {items} not taken.</source>
            <translation>队列已满：{items} 未被接收。</translation>
        </message>
        <message>
            <source>The server cannot read this item</source>
            <translation>服务器无法读取此项目</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>Wait time</source>
            <translation>等待时间</translation>
        </message>
        <message>
            <source>Words that rows must have, anywhere: tiger portrait
In one column: status:failed  user:ann  device:cuda  seed:42
More or less: run&gt;60  wait&lt;1:30  created&gt;2026-03-01
Not: -user:ann   Several words: "red fox"</source>
            <translation>行中任意位置必须含有的词：tiger portrait
在某一列中：status:failed  user:ann  device:cuda  seed:42
大于或小于：run&gt;60  wait&lt;1:30  created&gt;2026-03-01
排除：-user:ann   多个词："red fox"</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>工作流</translation>
        </message>
        <message>
            <source>Workflow not known</source>
            <translation>工作流未知</translation>
        </message>
        <message>
            <source>Workflows</source>
            <translation>工作流</translation>
        </message>
        <message>
            <source>{count} canceled</source>
            <translation>{count} 个已取消</translation>
        </message>
        <message>
            <source>{count} done</source>
            <translation>{count} 个完成</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} 个失败</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} 个项目</translation>
        </message>
        <message>
            <source>{count} pictures</source>
            <translation>{count} 张图像</translation>
        </message>
        <message>
            <source>{items} left as they are.</source>
            <translation>{items} 保持不变。</translation>
        </message>
        <message>
            <source>{items} will run last{ids}.</source>
            <translation>{items} 将最后运行{ids}。</translation>
        </message>
        <message>
            <source>{items} will run next{ids}.</source>
            <translation>{items} 将接下来运行{ids}。</translation>
        </message>
        <message>
            <source>{known} of {total} loaded</source>
            <translation>已加载 {known} / {total}</translation>
        </message>
        <message>
            <source>{label} {first} to {last}</source>
            <translation>{label} {first} 到 {last}</translation>
        </message>
        <message>
            <source>{percent} loaded</source>
            <translation>已加载 {percent}</translation>
        </message>
        <message>
            <source>{server} as of {time}</source>
            <translation>{server} 截至 {time}</translation>
        </message>
        <message>
            <source>{time}, all items together</source>
            <translation>{time}，所有项目合计</translation>
        </message>
        <message>
            <source>“{word}” is not understood: no column or input is called “{name}”.</source>
            <translation>无法理解“{word}”：没有名为“{name}”的列或输入。</translation>
        </message>
        <message>
            <source>“{word}” is not understood: “{name}” cannot be compared with &lt; and &gt;.</source>
            <translation>无法理解“{word}”：“{name}”不能用 &lt; 和 &gt; 比较。</translation>
        </message>
        <message>
            <source>“{word}” is not understood: “{value}” is no number or time.</source>
            <translation>无法理解“{word}”：“{value}”不是数字或时间。</translation>
        </message>
    </context>
    <context>
        <name>server_page</name>
        <message>
            <source>&amp;E-mail</source>
            <translation>电子邮件(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>密码(&amp;P)</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Activity in the queue</source>
            <translation>队列中的活动</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add a user</source>
            <translation>添加用户</translation>
        </message>
        <message>
            <source>Add a user…</source>
            <translation>添加用户…</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>All sign-ins of this user end with it.</source>
            <translation>此用户的所有登录都会随之结束。</translation>
        </message>
        <message>
            <source>Asked for again and again: no live connection</source>
            <translation>反复查询：没有实时连接</translation>
        </message>
        <message>
            <source>Asking the server…</source>
            <translation>正在询问服务器…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Critical errors</source>
            <translation>严重错误</translation>
        </message>
        <message>
            <source>Custom nodes</source>
            <translation>自定义节点</translation>
        </message>
        <message>
            <source>Debug</source>
            <translation>调试</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Delete intermediates</source>
            <translation>删除中间图像</translation>
        </message>
        <message>
            <source>Delete user</source>
            <translation>删除用户</translation>
        </message>
        <message>
            <source>Delete {count} intermediate pictures?</source>
            <translation>删除 {count} 张中间图像吗？</translation>
        </message>
        <message>
            <source>Delete {name} ({email})?</source>
            <translation>删除 {name}（{email}）吗？</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Disable</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Disabled</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Enable</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Enter a password.</source>
            <translation>请输入密码。</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>For administrators</source>
            <translation>仅限管理员</translation>
        </message>
        <message>
            <source>Hide dependencies</source>
            <translation>隐藏依赖项</translation>
        </message>
        <message>
            <source>How much the server writes into its log, until it is restarted</source>
            <translation>服务器写入日志的详细程度，直到重新启动</translation>
        </message>
        <message>
            <source>Info</source>
            <translation>信息</translation>
        </message>
        <message>
            <source>Intermediate pictures</source>
            <translation>中间图像</translation>
        </message>
        <message>
            <source>Invocation cache</source>
            <translation>节点调用缓存</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>上一次</translation>
        </message>
        <message>
            <source>Last event</source>
            <translation>最近事件</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>延迟</translation>
        </message>
        <message>
            <source>Live messages</source>
            <translation>实时消息</translation>
        </message>
        <message>
            <source>Live: changes are pushed</source>
            <translation>实时：变化会立即推送</translation>
        </message>
        <message>
            <source>Log level</source>
            <translation>日志级别</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>已断开</translation>
        </message>
        <message>
            <source>Maintenance</source>
            <translation>维护</translation>
        </message>
        <message>
            <source>Maintenance runs</source>
            <translation>正在维护</translation>
        </message>
        <message>
            <source>Make administrator</source>
            <translation>设为管理员</translation>
        </message>
        <message>
            <source>Make plain user</source>
            <translation>设为普通用户</translation>
        </message>
        <message>
            <source>May</source>
            <translation>权限</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>New password for {name}</source>
            <translation>{name} 的新密码</translation>
        </message>
        <message>
            <source>Nobody has anything in the queue.</source>
            <translation>没有人在队列中有项目。</translation>
        </message>
        <message>
            <source>None were added.</source>
            <translation>没有添加。</translation>
        </message>
        <message>
            <source>Nothing runs.</source>
            <translation>没有正在进行的维护。</translation>
        </message>
        <message>
            <source>Nothing runs; {count} pictures are not where the server's settings want them.</source>
            <translation>没有正在进行的维护；{count} 张图像不在服务器设置要求的位置。</translation>
        </message>
        <message>
            <source>On</source>
            <translation>开</translation>
        </message>
        <message>
            <source>Only administrators of this server see that.</source>
            <translation>只有此服务器的管理员可以查看。</translation>
        </message>
        <message>
            <source>Password a&amp;gain</source>
            <translation>再次输入密码(&amp;G)</translation>
        </message>
        <message>
            <source>Pictures are being moved</source>
            <translation>正在移动图像</translation>
        </message>
        <message>
            <source>Queue limit</source>
            <translation>队列上限</translation>
        </message>
        <message>
            <source>Reconnects</source>
            <translation>重新连接次数</translation>
        </message>
        <message>
            <source>Recovering</source>
            <translation>正在恢复</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>Run time</source>
            <translation>运行时间</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Server {name}</source>
            <translation>服务器 {name}</translation>
        </message>
        <message>
            <source>Set password</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Set password…</source>
            <translation>设置密码…</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>已登录</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>某人</translation>
        </message>
        <message>
            <source>The last one failed: {reason}</source>
            <translation>上一次失败：{reason}</translation>
        </message>
        <message>
            <source>The passwords differ.</source>
            <translation>两次输入的密码不同。</translation>
        </message>
        <message>
            <source>They were made on the way to others. The server deletes them at once, for good.</source>
            <translation>它们是生成其他图像时的中间产物。服务器会立即永久删除它们。</translation>
        </message>
        <message>
            <source>This cannot be undone. To keep somebody out for a while, disable.</source>
            <translation>此操作无法撤销。若只想暂时禁止某人，请停用账户。</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>What following it costs</source>
            <translation>跟踪服务器的开销</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>还没有</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>尚不清楚</translation>
        </message>
        <message>
            <source>not told</source>
            <translation>未提供</translation>
        </message>
        <message>
            <source>{ago}, {event}</source>
            <translation>{ago}，{event}</translation>
        </message>
        <message>
            <source>{count} a minute, {size}</source>
            <translation>每分钟 {count} 次，{size}</translation>
        </message>
        <message>
            <source>{count} dependencies</source>
            <translation>{count} 个依赖项</translation>
        </message>
        <message>
            <source>{count} items may wait</source>
            <translation>最多 {count} 个项目等待</translation>
        </message>
        <message>
            <source>{count} node</source>
            <translation>{count} 个节点</translation>
        </message>
        <message>
            <source>{count} nodes</source>
            <translation>{count} 个节点</translation>
        </message>
        <message>
            <source>{count} pictures that were made on the way to others</source>
            <translation>{count} 张生成其他图像时的中间图像</translation>
        </message>
        <message>
            <source>{number} ms</source>
            <translation>{number} 毫秒</translation>
        </message>
        <message>
            <source>{seconds} s ago</source>
            <translation>{seconds} 秒前</translation>
        </message>
        <message>
            <source>{size} of {most} results kept; {hits} found again, {misses} not</source>
            <translation>保存了 {most} 个结果中的 {size} 个；命中 {hits} 次，未命中 {misses} 次</translation>
        </message>
        <message>
            <source>{what}. New items are refused until it is done.</source>
            <translation>{what}。完成之前不接收新项目。</translation>
        </message>
    </context>
    <context>
        <name>sheets</name>
        <message>
            <source>1 winner</source>
            <translation>1 个优胜</translation>
        </message>
        <message>
            <source>No picture</source>
            <translation>没有图像</translation>
        </message>
        <message>
            <source>No winners yet: W marks one</source>
            <translation>还没有优胜：按 W 标记</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Run the winner again with…</source>
            <translation>用以下取值再次运行优胜项目…</translation>
        </message>
        <message>
            <source>Run winners again with…</source>
            <translation>用以下取值再次运行优胜项目…</translation>
        </message>
        <message>
            <source>{count} canceled</source>
            <translation>{count} 个已取消</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} 个失败</translation>
        </message>
        <message>
            <source>{count} running</source>
            <translation>{count} 个运行中</translation>
        </message>
        <message>
            <source>{count} winners</source>
            <translation>{count} 个优胜</translation>
        </message>
        <message>
            <source>{done} of {all} done</source>
            <translation>{done} / {all} 已完成</translation>
        </message>
    </context>
    <context>
        <name>sidebar</name>
        <message>
            <source>All {count} boards…</source>
            <translation>全部 {count} 个画板…</translation>
        </message>
        <message>
            <source>All {count} models…</source>
            <translation>全部 {count} 个模型…</translation>
        </message>
        <message>
            <source>All {count} open…</source>
            <translation>全部 {count} 个已打开的…</translation>
        </message>
        <message>
            <source>All {count} workflows…</source>
            <translation>全部 {count} 个工作流…</translation>
        </message>
        <message>
            <source>Board of {owner}</source>
            <translation>{owner} 的画板</translation>
        </message>
        <message>
            <source>Boards</source>
            <translation>画板</translation>
        </message>
        <message>
            <source>Built-in</source>
            <translation>内置</translation>
        </message>
        <message>
            <source>By date</source>
            <translation>按日期</translation>
        </message>
        <message>
            <source>Connect to a server…</source>
            <translation>连接到服务器…</translation>
        </message>
        <message>
            <source>ControlNet</source>
            <translation>ControlNet</translation>
        </message>
        <message>
            <source>LoRA</source>
            <translation>LoRA</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
        <message>
            <source>Main</source>
            <translation>主模型</translation>
        </message>
        <message>
            <source>Manage models…</source>
            <translation>管理模型…</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>No boards yet</source>
            <translation>还没有画板</translation>
        </message>
        <message>
            <source>No models on this server</source>
            <translation>此服务器上没有模型</translation>
        </message>
        <message>
            <source>No server yet</source>
            <translation>还没有服务器</translation>
        </message>
        <message>
            <source>None yet: choose one below</source>
            <translation>还没有：请在下面选择一个</translation>
        </message>
        <message>
            <source>Not connected yet</source>
            <translation>尚未连接</translation>
        </message>
        <message>
            <source>Not read. Try again</source>
            <translation>未能读取。重试</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>没有匹配项</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Open workflows</source>
            <translation>打开工作流</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Private: only its owner sees it</source>
            <translation>私有：只有所有者可以查看</translation>
        </message>
        <message>
            <source>Public: all users see it and add to it</source>
            <translation>公开：所有用户可以查看和添加</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>最近使用</translation>
        </message>
        <message>
            <source>Shared</source>
            <translation>共享</translation>
        </message>
        <message>
            <source>Shared: all users see it</source>
            <translation>共享：所有用户可以查看</translation>
        </message>
        <message>
            <source>The connection is lost; this was true then.</source>
            <translation>连接已断开；这是当时的内容。</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>Workflows</source>
            <translation>工作流</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>您的</translation>
        </message>
        <message>
            <source>archived</source>
            <translation>已归档</translation>
        </message>
        <message>
            <source>as of {time}</source>
            <translation>截至 {time}</translation>
        </message>
        <message>
            <source>built-in</source>
            <translation>内置</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>opening</source>
            <translation>正在打开</translation>
        </message>
        <message>
            <source>unsaved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>{images} images, {assets} assets, {videos} videos</source>
            <translation>{images} 张图像，{assets} 个素材，{videos} 个视频</translation>
        </message>
        <message>
            <source>{percent} %</source>
            <translation>{percent}%</translation>
        </message>
    </context>
    <context>
        <name>step_texts</name>
        <message>
            <source>change of {name}</source>
            <translation>更改 {name}</translation>
        </message>
        <message>
            <source>preset {name}</source>
            <translation>预设 {name}</translation>
        </message>
        <message>
            <source>reset of all values</source>
            <translation>重置所有值</translation>
        </message>
        <message>
            <source>reset of {name}</source>
            <translation>重置 {name}</translation>
        </message>
        <message>
            <source>typing in {name}</source>
            <translation>在 {name} 中输入</translation>
        </message>
        <message>
            <source>values of a picture</source>
            <translation>图像的取值</translation>
        </message>
    </context>
    <context>
        <name>sweeps</name>
        <message>
            <source>+1 each run</source>
            <translation>每次运行 +1</translation>
        </message>
        <message>
            <source>1 picture</source>
            <translation>1 张图像</translation>
        </message>
        <message>
            <source>1 value: {values}</source>
            <translation>1 个取值：{values}</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Column of a CSV file</source>
            <translation>CSV 文件的一列</translation>
        </message>
        <message>
            <source>Dynamic prompts</source>
            <translation>动态提示词</translation>
        </message>
        <message>
            <source>Each run</source>
            <translation>每次运行</translation>
        </message>
        <message>
            <source>Folder of images</source>
            <translation>图像文件夹</translation>
        </message>
        <message>
            <source>Lines of a text file</source>
            <translation>文本文件的各行</translation>
        </message>
        <message>
            <source>List of values</source>
            <translation>取值列表</translation>
        </message>
        <message>
            <source>Random values</source>
            <translation>随机值</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Same every run</source>
            <translation>每次运行相同</translation>
        </message>
        <message>
            <source>Several choices</source>
            <translation>多个选项</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>未分类</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 个</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <source>{count} pictures</source>
            <translation>{count} 张图像</translation>
        </message>
        <message>
            <source>{count} runs</source>
            <translation>{count} 次运行</translation>
        </message>
        <message>
            <source>{count} values: {values}</source>
            <translation>{count} 个取值：{values}</translation>
        </message>
    </context>
    <context>
        <name>transfers</name>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Upload the rest</source>
            <translation>上传其余的</translation>
        </message>
        <message>
            <source>Videos are not packed.</source>
            <translation>视频不会打包。</translation>
        </message>
        <message>
            <source>{count} failed: {why}</source>
            <translation>{count} 个失败：{why}</translation>
        </message>
        <message>
            <source>{count} were left out.</source>
            <translation>略过了 {count} 个。</translation>
        </message>
        <message>
            <source>{count} were not tried. {why}</source>
            <translation>{count} 个没有尝试。{why}</translation>
        </message>
        <message>
            <source>{pictures} saved in {place}.</source>
            <translation>已将 {pictures} 保存到 {place}。</translation>
        </message>
        <message>
            <source>{pictures} uploaded to the assets of {place}.</source>
            <translation>已将 {pictures} 上传到 {place} 的素材。</translation>
        </message>
        <message>
            <source>{place} was not made.</source>
            <translation>没有生成 {place}。</translation>
        </message>
        <message>
            <source>{place}: {pictures} of {edge} px, {width} × {height} px as a whole.</source>
            <translation>{place}：{pictures}，每张 {edge} 像素，整体 {width} × {height} 像素。</translation>
        </message>
    </context>
    <context>
        <name>units</name>
        <message>
            <source>about {}</source>
            <translation>约 {}</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>{} %</source>
            <translation>{}%</translation>
        </message>
        <message>
            <source>{} ago</source>
            <translation>{}前</translation>
        </message>
        <message>
            <source>{} d</source>
            <translation>{} 天</translation>
        </message>
        <message>
            <source>{} h</source>
            <translation>{} 小时</translation>
        </message>
        <message>
            <source>{} min</source>
            <translation>{} 分钟</translation>
        </message>
        <message>
            <source>{} s</source>
            <translation>{} 秒</translation>
        </message>
    </context>
    <context>
        <name>value_text</name>
        <message>
            <source>Auto</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Not set</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>On</source>
            <translation>开</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>A brace is left over: write fields as {{name}}.</source>
            <translation>多了一个花括号：字段请写成 {{name}}。</translation>
        </message>
        <message>
            <source>A field was taken off the form: {node} has no input {field}.</source>
            <translation>一个字段已从表单中移除：{node} 没有输入 {field}。</translation>
        </message>
        <message>
            <source>A kept value has no field any more. It stays kept in case the field comes back.</source>
            <translation>一个保存的值已没有字段。它会继续保存，以防字段重新出现。</translation>
        </message>
        <message>
            <source>A model's file is missing or damaged on the server. Install the model again.</source>
            <translation>服务器上某个模型文件丢失或损坏。请重新安装该模型。</translation>
        </message>
        <message>
            <source>A newer version of this app wrote {file}. Nothing is kept in it until you use that version again.</source>
            <translation>{file} 由本应用的较新版本写入。在再次使用该版本之前，不会向其中保存任何内容。</translation>
        </message>
        <message>
            <source>A node lacks an input. Open the item's workflow and fill in what is missing.</source>
            <translation>某个节点缺少输入。请打开该项目的工作流并补全。</translation>
        </message>
        <message>
            <source>A picture stays on its server: choose another one.</source>
            <translation>图像留在其服务器上：请选择另一张。</translation>
        </message>
        <message>
            <source>A result could not be saved: the server did not give it.</source>
            <translation>有一个结果无法保存：服务器没有提供它。</translation>
        </message>
        <message>
            <source>A result was deleted on the server before it could be saved.</source>
            <translation>有一个结果在保存之前就从服务器删除了。</translation>
        </message>
        <message>
            <source>A server runs already at {url}: connect to that one. Two of them on one folder would work on the same queue.</source>
            <translation>{url} 上已有服务器在运行：请连接到它。两个服务器使用同一文件夹会处理同一队列。</translation>
        </message>
        <message>
            <source>A sweep has no field on this form any more. Remove it.</source>
            <translation>某个参数扫描在此表单中已没有字段。请移除它。</translation>
        </message>
        <message>
            <source>All work is done. The command was not run: you have not agreed to it as it stands now.</source>
            <translation>所有任务已完成。命令没有运行：您没有同意它现在的内容。</translation>
        </message>
        <message>
            <source>An element of the unknown kind {kind} was left out.</source>
            <translation>略过了未知类型 {kind} 的元素。</translation>
        </message>
        <message>
            <source>An input picture is not on the server any more. Choose another one in the form.</source>
            <translation>某张输入图像已不在服务器上。请在表单中选择另一张。</translation>
        </message>
        <message>
            <source>An item that is part of another one's run cannot be enqueued by itself.</source>
            <translation>属于另一个项目运行过程的项目不能单独加入队列。</translation>
        </message>
        <message>
            <source>Another node gives this value: it cannot be swept.</source>
            <translation>该值由另一个节点提供：不能进行参数扫描。</translation>
        </message>
        <message>
            <source>Another window is moving items of this server. Try again in a moment.</source>
            <translation>另一个窗口正在移动此服务器的项目。请稍后重试。</translation>
        </message>
        <message>
            <source>Enter a name, for example {{name}}.</source>
            <translation>请输入文件名，例如 {{name}}。</translation>
        </message>
        <message>
            <source>Enter the address of a server, for example http://localhost:9090.</source>
            <translation>请输入服务器地址，例如 http://localhost:9090。</translation>
        </message>
        <message>
            <source>It is not known how that item stands now. Wait for the queue to be read.</source>
            <translation>该项目的当前状态未知。请等待队列读取完毕。</translation>
        </message>
        <message>
            <source>It is not known whether the last submission was taken: waiting until the queue shows it.</source>
            <translation>上次提交是否被接收尚不清楚：正在等待队列显示。</translation>
        </message>
        <message>
            <source>It is not known whether {url} took this. Look at the queue before trying again.</source>
            <translation>{url} 是否接收了提交尚不清楚。重试前请先查看队列。</translation>
        </message>
        <message>
            <source>Item {item} carries no workflow.</source>
            <translation>项目 {item} 不含工作流。</translation>
        </message>
        <message>
            <source>Item {item} of the batch {label} does not fit {field} of {target}.</source>
            <translation>批次 {label} 的项目 {item} 不适合 {target} 的 {field}。</translation>
        </message>
        <message>
            <source>Item {item} sends previews that are no pictures. Its result is not affected.</source>
            <translation>项目 {item} 发送的预览不是图像。其结果不受影响。</translation>
        </message>
        <message>
            <source>Items can be moved within the first {limit} that wait. Use Run next or Run last instead.</source>
            <translation>只能在前 {limit} 个等待中的项目内移动。否则请使用“接下来运行”或“最后运行”。</translation>
        </message>
        <message>
            <source>Items of other users cannot be enqueued again.</source>
            <translation>其他用户的项目不能重新加入队列。</translation>
        </message>
        <message>
            <source>Kept values and history could not be read. They were set aside as {file} and new ones begun.</source>
            <translation>无法读取保存的取值和历史记录。已将其另存为 {file} 并重新开始。</translation>
        </message>
        <message>
            <source>Leave the user name and password out of the address.</source>
            <translation>请不要在地址中包含用户名和密码。</translation>
        </message>
        <message>
            <source>Line {line} is no header: write Name: value.</source>
            <translation>第 {line} 行不是请求头：请写成 名称: 值。</translation>
        </message>
        <message>
            <source>Models of different kinds were put together, for example a LoRA or a ControlNet of another base. Choose ones that fit the main model.</source>
            <translation>不同类型的模型被组合在一起，例如 LoRA 或 ControlNet 的基础模型不同。请选择与主模型匹配的。</translation>
        </message>
        <message>
            <source>More than one input is called “{input}”.</source>
            <translation>有多个输入名为“{input}”。</translation>
        </message>
        <message>
            <source>No connected server has all that this needs: {what}.</source>
            <translation>没有已连接的服务器拥有所需的一切：{what}。</translation>
        </message>
        <message>
            <source>No item of the queue made this picture, or it is gone from the queue.</source>
            <translation>队列中没有项目生成过此图像，或该项目已不在队列中。</translation>
        </message>
        <message>
            <source>None of these items can be enqueued again.</source>
            <translation>这些项目都不能重新加入队列。</translation>
        </message>
        <message>
            <source>Not connected: waiting for the server.</source>
            <translation>未连接：正在等待服务器。</translation>
        </message>
        <message>
            <source>Nothing answers at {url}. Is the server running, and is the port right?</source>
            <translation>{url} 没有响应。服务器是否在运行，端口是否正确？</translation>
        </message>
        <message>
            <source>Nothing can be saved in {path}: {reason}</source>
            <translation>无法在 {path} 中保存：{reason}</translation>
        </message>
        <message>
            <source>Nothing has failed that was not retried already.</source>
            <translation>失败的项目都已重试过。</translation>
        </message>
        <message>
            <source>Nothing random made this picture: another run gives the same.</source>
            <translation>此图像的生成没有随机成分：再次运行结果相同。</translation>
        </message>
        <message>
            <source>Only administrators can do that; you are signed in as {name}.</source>
            <translation>只有管理员可以这样做；您以 {name} 身份登录。</translation>
        </message>
        <message>
            <source>Only {count} seeds are possible, not {runs} different ones.</source>
            <translation>只有 {count} 个可用种子，不足 {runs} 个不同的种子。</translation>
        </message>
        <message>
            <source>Opened on {server}: connect to it to invoke.</source>
            <translation>在 {server} 上打开：请连接它以进行调用。</translation>
        </message>
        <message>
            <source>Pictures stay on their server: choose others in {count} fields.</source>
            <translation>图像留在其服务器上：请在 {count} 个字段中选择其他图像。</translation>
        </message>
        <message>
            <source>Results cannot be saved in {path}: {reason}</source>
            <translation>结果无法保存到 {path}：{reason}</translation>
        </message>
        <message>
            <source>Something before {url} wants credentials of its own. Enter its user name and password, or its headers.</source>
            <translation>{url} 前面有需要自己凭据的东西。请输入其用户名和密码，或其请求头。</translation>
        </message>
        <message>
            <source>Something went wrong in the app itself ({kind}). The log says more.</source>
            <translation>应用本身出现问题（{kind}）。详情见日志。</translation>
        </message>
        <message>
            <source>Stopped after {count} of {total}: {reason}</source>
            <translation>在 {count} / {total} 处停止：{reason}</translation>
        </message>
        <message>
            <source>Stopped: {count} items in a row failed.</source>
            <translation>已停止：连续 {count} 个项目失败。</translation>
        </message>
        <message>
            <source>That has begun to run already: it was let be.</source>
            <translation>它已开始运行：未作改动。</translation>
        </message>
        <message>
            <source>That is more than {limit} headers.</source>
            <translation>超过了 {limit} 个请求头。</translation>
        </message>
        <message>
            <source>That is more than {limit} items. No queue takes so many.</source>
            <translation>超过了 {limit} 个项目。没有队列能接收这么多。</translation>
        </message>
        <message>
            <source>That takes more than {limit} batches: sweep fewer models, boards or colors at once.</source>
            <translation>需要超过 {limit} 个批次：请减少同时扫描的模型、画板或颜色。</translation>
        </message>
        <message>
            <source>The app ended by a crash the last time. Nothing that was kept is lost.</source>
            <translation>应用上次因崩溃而结束。保存的内容没有丢失。</translation>
        </message>
        <message>
            <source>The batch {label} has no items.</source>
            <translation>批次 {label} 没有项目。</translation>
        </message>
        <message>
            <source>The batch {label} is fed by something that is no generator.</source>
            <translation>批次 {label} 的输入不是生成器。</translation>
        </message>
        <message>
            <source>The batch {label} is not connected to anything.</source>
            <translation>批次 {label} 没有连接到任何节点。</translation>
        </message>
        <message>
            <source>The batch {label} waits for what its generator yields.</source>
            <translation>批次 {label} 正在等待其生成器的产出。</translation>
        </message>
        <message>
            <source>The batches of {group} differ in length.</source>
            <translation>{group} 的各批次长度不同。</translation>
        </message>
        <message>
            <source>The certificate of {url} is not trusted. Check the address. If it is your own server, give its authority's file, or trust just this certificate.</source>
            <translation>{url} 的证书不受信任。请检查地址。如果是您自己的服务器，请提供其证书颁发机构的文件，或仅信任此证书。</translation>
        </message>
        <message>
            <source>The certificates for {url} cannot be used ({reason}): {file}</source>
            <translation>无法使用 {url} 的证书（{reason}）：{file}</translation>
        </message>
        <message>
            <source>The command for the end of all work could not be started: {reason}</source>
            <translation>无法启动所有任务完成后的命令：{reason}</translation>
        </message>
        <message>
            <source>The command for the end of all work ended with the code {code}.</source>
            <translation>所有任务完成后的命令以代码 {code} 结束。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} is there twice; one was left out.</source>
            <translation>从 {source} 到 {target} 的连接出现了两次；已略过一个。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: a collection takes items of one type.</source>
            <translation>已略过从 {source} 到 {target} 的连接：集合只接收同一类型的项目。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: a node cannot feed itself.</source>
            <translation>已略过从 {source} 到 {target} 的连接：节点不能为自己提供输入。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: it closes a circle.</source>
            <translation>已略过从 {source} 到 {target} 的连接：它形成了循环。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: one of its nodes is not in the workflow.</source>
            <translation>已略过从 {source} 到 {target} 的连接：其中一个节点不在工作流中。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: the input is connected already.</source>
            <translation>已略过从 {source} 到 {target} 的连接：该输入已有连接。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: the server does not know one of the nodes.</source>
            <translation>已略过从 {source} 到 {target} 的连接：服务器不认识其中一个节点。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: their types differ.</source>
            <translation>已略过从 {source} 到 {target} 的连接：类型不同。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: there is no such input.</source>
            <translation>已略过从 {source} 到 {target} 的连接：没有这样的输入。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: there is no such output.</source>
            <translation>已略过从 {source} 到 {target} 的连接：没有这样的输出。</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: this input takes no connection.</source>
            <translation>已略过从 {source} 到 {target} 的连接：该输入不接受连接。</translation>
        </message>
        <message>
            <source>The connection to {url} was lost. Trying again.</source>
            <translation>与 {url} 的连接已断开。正在重试。</translation>
        </message>
        <message>
            <source>The demo server did not start. The log says more.</source>
            <translation>演示服务器没有启动。详情见日志。</translation>
        </message>
        <message>
            <source>The device ran out of memory. Make the picture smaller, run fewer items at once, take a smaller or quantized model, or close what else uses the device.</source>
            <translation>设备内存不足。请缩小图像、减少同时运行的项目、使用更小或量化的模型，或关闭占用该设备的其他程序。</translation>
        </message>
        <message>
            <source>The disk of {path} is full. Results are saved once there is room again.</source>
            <translation>{path} 所在磁盘已满。有空间后会继续保存结果。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件为空。</translation>
        </message>
        <message>
            <source>The file is no CSV table: {reason}.</source>
            <translation>文件不是 CSV 表格：{reason}。</translation>
        </message>
        <message>
            <source>The form was damaged and has been mended.</source>
            <translation>表单有损坏，已修复。</translation>
        </message>
        <message>
            <source>The generator of the batch {label} has a setting that cannot be used.</source>
            <translation>批次 {label} 的生成器有无法使用的设置。</translation>
        </message>
        <message>
            <source>The generator of the batch {label} makes more than {limit} items.</source>
            <translation>批次 {label} 的生成器产生超过 {limit} 个项目。</translation>
        </message>
        <message>
            <source>The header {name} is made by the connection itself. Leave it out.</source>
            <translation>请求头 {name} 由连接自动生成。请去掉它。</translation>
        </message>
        <message>
            <source>The history cannot be read or written ({reason}).</source>
            <translation>无法读取或写入历史记录（{reason}）。</translation>
        </message>
        <message>
            <source>The keyring is locked or does not answer: passwords, headers and sign-ins last until you quit.</source>
            <translation>密钥环已锁定或没有响应：密码、请求头和登录只保留到您退出为止。</translation>
        </message>
        <message>
            <source>The link {link} leads nowhere: this program does not know it.</source>
            <translation>链接 {link} 无效：本程序不认识它。</translation>
        </message>
        <message>
            <source>The list is empty.</source>
            <translation>列表为空。</translation>
        </message>
        <message>
            <source>The local index of pictures cannot be used ({reason}). Searches ask the server.</source>
            <translation>无法使用本地图像索引（{reason}）。搜索将询问服务器。</translation>
        </message>
        <message>
            <source>The local index of pictures was broken and is made anew. Ratings and tags are not in it.</source>
            <translation>本地图像索引已损坏，正在重新建立。评分和标签不在其中。</translation>
        </message>
        <message>
            <source>The node id of {label} is there twice; the first node was taken.</source>
            <translation>{label} 的节点 ID 出现了两次；已采用第一个节点。</translation>
        </message>
        <message>
            <source>The password or headers for {url} are not in the keyring any more. Edit this server and enter them again.</source>
            <translation>{url} 的密码或请求头已不在密钥环中。请编辑此服务器并重新输入。</translation>
        </message>
        <message>
            <source>The picture cannot be used: {reason}.</source>
            <translation>无法使用此图像：{reason}。</translation>
        </message>
        <message>
            <source>The picture could not be saved to {path}: {reason}</source>
            <translation>图像无法保存到 {path}：{reason}</translation>
        </message>
        <message>
            <source>The picture could not be uploaded.</source>
            <translation>图像无法上传。</translation>
        </message>
        <message>
            <source>The place of {field} in the document is not the one that its path names.</source>
            <translation>{field} 在文档中的位置与其路径所示不符。</translation>
        </message>
        <message>
            <source>The port in {address} must be a number from 1 to 65535.</source>
            <translation>{address} 中的端口必须是 1 到 65535 之间的数字。</translation>
        </message>
        <message>
            <source>The preset's value does not fit {label}.</source>
            <translation>预设的值不适合 {label}。</translation>
        </message>
        <message>
            <source>The queue is full: waiting until some items have ended.</source>
            <translation>队列已满：正在等待部分项目结束。</translation>
        </message>
        <message>
            <source>The queue is full: {enqueued} of {requested} items were taken. Submit the rest when some have ended.</source>
            <translation>队列已满：{requested} 个项目中接收了 {enqueued} 个。请在部分项目结束后提交其余的。</translation>
        </message>
        <message>
            <source>The queue lists this item no more.</source>
            <translation>队列中已没有此项目。</translation>
        </message>
        <message>
            <source>The recording to {name} has ended: {reason}.</source>
            <translation>到 {name} 的录制已结束：{reason}。</translation>
        </message>
        <message>
            <source>The server cannot look through {path}: it has no such folder, or may not read it.</source>
            <translation>服务器无法查找 {path}：它没有此文件夹，或无权读取。</translation>
        </message>
        <message>
            <source>The server cannot reach {source}: {reason}</source>
            <translation>服务器无法访问 {source}：{reason}</translation>
        </message>
        <message>
            <source>The server could not be reached.</source>
            <translation>无法连接到服务器。</translation>
        </message>
        <message>
            <source>The server could not be started. The log says more.</source>
            <translation>无法启动服务器。详情见日志。</translation>
        </message>
        <message>
            <source>The server could not change the stars of {count} pictures.</source>
            <translation>服务器无法更改 {count} 张图像的星标。</translation>
        </message>
        <message>
            <source>The server could not delete {count} of the models: {reason}</source>
            <translation>服务器无法删除其中 {count} 个模型：{reason}</translation>
        </message>
        <message>
            <source>The server could not delete {count} of the pictures. They are shown again.</source>
            <translation>服务器无法删除其中 {count} 张图像。它们会重新显示。</translation>
        </message>
        <message>
            <source>The server could not delete {count} pictures of the board. They are on no board now.</source>
            <translation>服务器无法删除画板的 {count} 张图像。它们现在不属于任何画板。</translation>
        </message>
        <message>
            <source>The server could not download something. Check its connection and its access tokens.</source>
            <translation>服务器无法下载某些内容。请检查其网络连接和访问令牌。</translation>
        </message>
        <message>
            <source>The server could not move {count} of the pictures.</source>
            <translation>服务器无法移动其中 {count} 张图像。</translation>
        </message>
        <message>
            <source>The server could not pack the pictures: {reason}</source>
            <translation>服务器无法打包图像：{reason}</translation>
        </message>
        <message>
            <source>The server did not take {count} items again: {reason}. They are listed as canceled: retry them there.</source>
            <translation>服务器没有重新接收 {count} 个项目：{reason}。它们列为已取消：请在那里重试。</translation>
        </message>
        <message>
            <source>The server does not download from its own network: its administrator can allow that (allow_private_download_urls).</source>
            <translation>服务器不从其自身网络下载：管理员可以允许（allow_private_download_urls）。</translation>
        </message>
        <message>
            <source>The server does not have this model any more. Choose another one in the form, or install it again.</source>
            <translation>服务器已没有此模型。请在表单中选择另一个，或重新安装。</translation>
        </message>
        <message>
            <source>The server does not know the node {label} ({type}).</source>
            <translation>服务器不认识节点 {label}（{type}）。</translation>
        </message>
        <message>
            <source>The server does not know the node {label}.</source>
            <translation>服务器不认识节点 {label}。</translation>
        </message>
        <message>
            <source>The server does not know what kind of model this is: {source}</source>
            <translation>服务器不知道这是哪种模型：{source}</translation>
        </message>
        <message>
            <source>The server does not list these items any more, or they have not failed.</source>
            <translation>服务器已不再列出这些项目，或它们没有失败。</translation>
        </message>
        <message>
            <source>The server failed ({status}). Its own log says more.</source>
            <translation>服务器出错（{status}）。详情见服务器日志。</translation>
        </message>
        <message>
            <source>The server finds no repository {repo}, or cannot reach the hub.</source>
            <translation>服务器找不到仓库 {repo}，或无法访问 Hub。</translation>
        </message>
        <message>
            <source>The server has ended by itself (code {code}). Its last lines say why.</source>
            <translation>服务器自行结束（代码 {code}）。最后几行说明了原因。</translation>
        </message>
        <message>
            <source>The server is busy with something else. Try again in a moment.</source>
            <translation>服务器正忙于其他事情。请稍后重试。</translation>
        </message>
        <message>
            <source>The server lacks something that this node needs. Install it there, or update the server.</source>
            <translation>服务器缺少此节点需要的东西。请在服务器上安装，或更新服务器。</translation>
        </message>
        <message>
            <source>The server may not read or write there: {reason}</source>
            <translation>服务器无权在那里读取或写入：{reason}</translation>
        </message>
        <message>
            <source>The server packs zip files only for a live connection, and there is none now. Save the pictures to a folder instead.</source>
            <translation>服务器只在有实时连接时打包 zip 文件，而现在没有。请改为把图像保存到文件夹。</translation>
        </message>
        <message>
            <source>The server refused this value: {reason}</source>
            <translation>服务器拒绝了此值：{reason}</translation>
        </message>
        <message>
            <source>The server refused this: {reason}</source>
            <translation>服务器拒绝了此请求：{reason}</translation>
        </message>
        <message>
            <source>The server went on, but its answer can no more be had. Look into its own folder of pictures, or run it again.</source>
            <translation>服务器已继续运行，但无法再取得其回复。请查看服务器自己的图像文件夹，或再次运行。</translation>
        </message>
        <message>
            <source>The server's description of its nodes cannot be read.</source>
            <translation>无法读取服务器的节点描述。</translation>
        </message>
        <message>
            <source>The server's disk has too little room: {reason}</source>
            <translation>服务器磁盘空间不足：{reason}</translation>
        </message>
        <message>
            <source>The server's disk is full. Make room there, then retry.</source>
            <translation>服务器磁盘已满。请腾出空间后重试。</translation>
        </message>
        <message>
            <source>The server's precision setting does not suit this model. Set its precision to automatic, or take another VAE.</source>
            <translation>服务器的精度设置不适合此模型。请将精度设为自动，或使用另一个 VAE。</translation>
        </message>
        <message>
            <source>The settings cannot be read ({reason}). The usual ones are used.</source>
            <translation>无法读取设置（{reason}）。使用默认设置。</translation>
        </message>
        <message>
            <source>The settings cannot be saved ({reason}).</source>
            <translation>无法保存设置（{reason}）。</translation>
        </message>
        <message>
            <source>The settings could not be read and were set aside as {file}. What could be read of them is kept.</source>
            <translation>无法读取设置，已将其另存为 {file}。其中能读取的部分已保留。</translation>
        </message>
        <message>
            <source>The sheet cannot be read: {reason}</source>
            <translation>无法读取对照表：{reason}</translation>
        </message>
        <message>
            <source>The sheet of this batch is not kept any more.</source>
            <translation>此批次的对照表已不再保存。</translation>
        </message>
        <message>
            <source>The step must not be 0.</source>
            <translation>步长不能为 0。</translation>
        </message>
        <message>
            <source>The sweep has no values.</source>
            <translation>参数扫描没有取值。</translation>
        </message>
        <message>
            <source>The system's settings name a {kind} proxy for {url}. Only http proxies can be used: set one, or except this host (NO_PROXY).</source>
            <translation>系统设置为 {url} 指定了 {kind} 代理。只能使用 http 代理：请设置一个，或排除此主机（NO_PROXY）。</translation>
        </message>
        <message>
            <source>The table could not be written to {path}: {reason}</source>
            <translation>表格无法写入 {path}：{reason}</translation>
        </message>
        <message>
            <source>The text is too long: {limit} characters at most.</source>
            <translation>文字过长：最多 {limit} 个字符。</translation>
        </message>
        <message>
            <source>The text is too short: {limit} characters at least.</source>
            <translation>文字过短：至少 {limit} 个字符。</translation>
        </message>
        <message>
            <source>There is no field {{{field}}}.</source>
            <translation>没有字段 {{{field}}}。</translation>
        </message>
        <message>
            <source>There is no file {name} any more.</source>
            <translation>文件 {name} 已不存在。</translation>
        </message>
        <message>
            <source>There is no filter “{name}”: it is searched as text.</source>
            <translation>没有筛选条件“{name}”：将其作为文字搜索。</translation>
        </message>
        <message>
            <source>There is no folder {path}.</source>
            <translation>没有文件夹 {path}。</translation>
        </message>
        <message>
            <source>There is no host named {host}. Check the address.</source>
            <translation>没有名为 {host} 的主机。请检查地址。</translation>
        </message>
        <message>
            <source>There is no input {field} on a node {node}.</source>
            <translation>节点 {node} 没有输入 {field}。</translation>
        </message>
        <message>
            <source>There is no input “{input}” on this form.</source>
            <translation>此表单没有输入“{input}”。</translation>
        </message>
        <message>
            <source>There is no program {path} that could be started. Choose {program} in the folder where {product} is installed.</source>
            <translation>没有可启动的程序 {path}。请在安装 {product} 的文件夹中选择 {program}。</translation>
        </message>
        <message>
            <source>There is no result yet. It is looked for again while its server is there.</source>
            <translation>还没有结果。服务器在线时会再次查找。</translation>
        </message>
        <message>
            <source>There is no {source}, or it is gone.</source>
            <translation>{source} 不存在，或已经不在了。</translation>
        </message>
        <message>
            <source>There is nothing to run in this workflow.</source>
            <translation>此工作流没有可运行的内容。</translation>
        </message>
        <message>
            <source>These items are of more than {limit} batches: choose fewer at once.</source>
            <translation>这些项目属于超过 {limit} 个批次：请一次少选一些。</translation>
        </message>
        <message>
            <source>This account is disabled. Ask an administrator of {url}.</source>
            <translation>此账户已停用。请联系 {url} 的管理员。</translation>
        </message>
        <message>
            <source>This board is not on the server.</source>
            <translation>此画板不在服务器上。</translation>
        </message>
        <message>
            <source>This cannot be used.</source>
            <translation>无法使用。</translation>
        </message>
        <message>
            <source>This file is JSON, but no workflow.</source>
            <translation>此文件是 JSON，但不是工作流。</translation>
        </message>
        <message>
            <source>This file is larger than {limit_mb} MB. No workflow is.</source>
            <translation>此文件大于 {limit_mb} MB，不可能是工作流。</translation>
        </message>
        <message>
            <source>This file is no JSON: it stops making sense in line {line}.</source>
            <translation>此文件不是 JSON：从第 {line} 行起无法解析。</translation>
        </message>
        <message>
            <source>This file is no workflow: it states no schema version.</source>
            <translation>此文件不是工作流：没有标明模式版本。</translation>
        </message>
        <message>
            <source>This file nests deeper than {limit} levels. No workflow does.</source>
            <translation>此文件嵌套超过 {limit} 层，不可能是工作流。</translation>
        </message>
        <message>
            <source>This generator has a setting that cannot be used.</source>
            <translation>此生成器有无法使用的设置。</translation>
        </message>
        <message>
            <source>This input takes {wanted}, not {given}.</source>
            <translation>此输入接收 {wanted}，而不是 {given}。</translation>
        </message>
        <message>
            <source>This is a recording: it can be looked at, and nothing else.</source>
            <translation>这是录制内容：只能查看。</translation>
        </message>
        <message>
            <source>This is no picture that can be shown here, or it is too large.</source>
            <translation>这不是此处能显示的图像，或图像过大。</translation>
        </message>
        <message>
            <source>This is no video that the server takes.</source>
            <translation>这不是服务器接收的视频。</translation>
        </message>
        <message>
            <source>This is not valid JSON.</source>
            <translation>这不是有效的 JSON。</translation>
        </message>
        <message>
            <source>This model is installed already.</source>
            <translation>此模型已经安装。</translation>
        </message>
        <message>
            <source>This model is not on the server.</source>
            <translation>此模型不在服务器上。</translation>
        </message>
        <message>
            <source>This picture carries no workflow.</source>
            <translation>此图像不含工作流。</translation>
        </message>
        <message>
            <source>This picture does not carry what it was made with.</source>
            <translation>此图像不含其生成信息。</translation>
        </message>
        <message>
            <source>This prompt cannot be unfolded: {reason}</source>
            <translation>此提示词无法展开：{reason}</translation>
        </message>
        <message>
            <source>This server takes no workflow documents: use its own forms.</source>
            <translation>此服务器不接收工作流文档：请使用它自己的表单。</translation>
        </message>
        <message>
            <source>This system has no keyring: passwords, headers and sign-ins last until you quit.</source>
            <translation>此系统没有密钥环：密码、请求头和登录只保留到您退出为止。</translation>
        </message>
        <message>
            <source>This value does not fit: this input takes the kind “{kind}”.</source>
            <translation>此值不适合：此输入接收类型“{kind}”。</translation>
        </message>
        <message>
            <source>This workflow can run on its own server only.</source>
            <translation>此工作流只能在它自己的服务器上运行。</translation>
        </message>
        <message>
            <source>This workflow could not be opened. The log says why.</source>
            <translation>无法打开此工作流。原因见日志。</translation>
        </message>
        <message>
            <source>This workflow has the schema version {version}, which is not known here. It was opened as {newest}.</source>
            <translation>此工作流的模式版本为 {version}，这里不认识。已按 {newest} 打开。</translation>
        </message>
        <message>
            <source>This workflow has two return nodes; only one is allowed.</source>
            <translation>此工作流有两个返回节点；只允许一个。</translation>
        </message>
        <message>
            <source>This workflow is damaged: its {what} cannot be read.</source>
            <translation>此工作流已损坏：无法读取其 {what}。</translation>
        </message>
        <message>
            <source>This workflow was opened without a server to submit it to.</source>
            <translation>此工作流打开时没有可提交的服务器。</translation>
        </message>
        <message>
            <source>This workflow's schema version cannot be read: “{version}”.</source>
            <translation>无法读取此工作流的模式版本：“{version}”。</translation>
        </message>
        <message>
            <source>Value {item} of the sweep is empty.</source>
            <translation>参数扫描的第 {item} 个值为空。</translation>
        </message>
        <message>
            <source>Value {item} of the sweep, {value}, does not fit: the field takes the kind “{kind}”.</source>
            <translation>参数扫描的第 {item} 个值 {value} 不适合：该字段接收类型“{kind}”。</translation>
        </message>
        <message>
            <source>Values and history cannot be kept ({reason}). They last until you quit.</source>
            <translation>无法保存取值和历史记录（{reason}）。它们只保留到您退出为止。</translation>
        </message>
        <message>
            <source>Waiting for the server: the workflow opens when it answers.</source>
            <translation>正在等待服务器：服务器响应后会打开工作流。</translation>
        </message>
        <message>
            <source>What an item runs with cannot be read: nothing was canceled.</source>
            <translation>无法读取某个项目的运行取值：没有取消任何项目。</translation>
        </message>
        <message>
            <source>What is to be enqueued again cannot be written down ({reason}).</source>
            <translation>无法记录要重新加入队列的内容（{reason}）。</translation>
        </message>
        <message>
            <source>What is to be saved cannot be written down: {reason}</source>
            <translation>无法记录要保存的内容：{reason}</translation>
        </message>
        <message>
            <source>What this batch ran with is neither kept here nor on the server any more.</source>
            <translation>此批次的运行取值既没有保存在这里，也不在服务器上了。</translation>
        </message>
        <message>
            <source>What this item ran with is not kept here, and its server does not have it any more.</source>
            <translation>此项目的运行取值没有保存在这里，其服务器上也已经没有了。</translation>
        </message>
        <message>
            <source>What was submitted carries no workflow.</source>
            <translation>提交的内容不含工作流。</translation>
        </message>
        <message>
            <source>What {count} items ran with is not kept here, and their server does not have them any more.</source>
            <translation>{count} 个项目的运行取值没有保存在这里，其服务器上也已经没有了。</translation>
        </message>
        <message>
            <source>Your account on {url} is not allowed to do that.</source>
            <translation>您在 {url} 的账户无权这样做。</translation>
        </message>
        <message>
            <source>Your earlier value does not fit {label} any more.</source>
            <translation>您先前的值已不适合 {label}。</translation>
        </message>
        <message>
            <source>{address} does not start with http:// or https://.</source>
            <translation>{address} 没有以 http:// 或 https:// 开头。</translation>
        </message>
        <message>
            <source>{address} is not an address.</source>
            <translation>{address} 不是地址。</translation>
        </message>
        <message>
            <source>{columns} by {rows} pictures are too many for one image: each would be too small to see. Save a page with fewer.</source>
            <translation>{columns} × {rows} 张图像对一张图来说太多：每张都会小得看不清。请保存图像较少的一页。</translation>
        </message>
        <message>
            <source>{count} are too few: {limit} at least.</source>
            <translation>{count} 太少：至少 {limit}。</translation>
        </message>
        <message>
            <source>{count} are too many: {limit} at most.</source>
            <translation>{count} 太多：最多 {limit}。</translation>
        </message>
        <message>
            <source>{count} kept values have no field any more. They stay kept in case the fields come back.</source>
            <translation>{count} 个保存的值已没有字段。它们会继续保存，以防字段重新出现。</translation>
        </message>
        <message>
            <source>{count} of {total} items were taken before that.</source>
            <translation>在此之前接收了 {count} / {total} 个项目。</translation>
        </message>
        <message>
            <source>{count} pictures are not deleted on the server yet. Trying again.</source>
            <translation>{count} 张图像尚未从服务器删除。正在重试。</translation>
        </message>
        <message>
            <source>{count} results could not be saved: the server did not give them.</source>
            <translation>有 {count} 个结果无法保存：服务器没有提供。</translation>
        </message>
        <message>
            <source>{count} results were deleted on the server before they could be saved.</source>
            <translation>有 {count} 个结果在保存之前就从服务器删除了。</translation>
        </message>
        <message>
            <source>{count} values here, but {wanted} in {other}: in step both need as many.</source>
            <translation>这里有 {count} 个值，而 {other} 有 {wanted} 个：同步时两者数量必须相同。</translation>
        </message>
        <message>
            <source>{field} needs a value.</source>
            <translation>{field} 需要一个值。</translation>
        </message>
        <message>
            <source>{field} was cleared: its board is not on this server.</source>
            <translation>已清除 {field}：其画板不在此服务器上。</translation>
        </message>
        <message>
            <source>{field} was cleared: its model is not on this server.</source>
            <translation>已清除 {field}：其模型不在此服务器上。</translation>
        </message>
        <message>
            <source>{field} was cleared: its picture is not on this server.</source>
            <translation>已清除 {field}：其图像不在此服务器上。</translation>
        </message>
        <message>
            <source>{field} was cleared: its video is not on this server.</source>
            <translation>已清除 {field}：其视频不在此服务器上。</translation>
        </message>
        <message>
            <source>{field}: the board {name} is not on this server.</source>
            <translation>{field}：画板 {name} 不在此服务器上。</translation>
        </message>
        <message>
            <source>{field}: the model {name} is not on this server.</source>
            <translation>{field}：模型 {name} 不在此服务器上。</translation>
        </message>
        <message>
            <source>{field}: the picture {name} is not on this server.</source>
            <translation>{field}：图像 {name} 不在此服务器上。</translation>
        </message>
        <message>
            <source>{field}: the video {name} is not on this server.</source>
            <translation>{field}：视频 {name} 不在此服务器上。</translation>
        </message>
        <message>
            <source>{field}: {name} was found on this server under another key.</source>
            <translation>{field}：在此服务器上以另一个键值找到了 {name}。</translation>
        </message>
        <message>
            <source>{file} is locked by another program. New values and history are kept in {beside} and join it at a later start.</source>
            <translation>{file} 被另一个程序锁定。新的取值和历史记录保存在 {beside} 中，并在之后启动时合并。</translation>
        </message>
        <message>
            <source>{label} has an input {field} that the server does not know.</source>
            <translation>{label} 有服务器不认识的输入 {field}。</translation>
        </message>
        <message>
            <source>{label} was made for version {old}, the server has {new}. Inputs that are gone are left out.</source>
            <translation>{label} 是为版本 {old} 制作的，服务器上是 {new}。已不存在的输入会略过。</translation>
        </message>
        <message>
            <source>{name} answers again.</source>
            <translation>{name} 恢复响应。</translation>
        </message>
        <message>
            <source>{name} cannot be read. Check that it is there and under 256 MB.</source>
            <translation>无法读取 {name}。请检查它是否存在且小于 256 MB。</translation>
        </message>
        <message>
            <source>{name} cannot be read. Check that it is there and under 64 MB.</source>
            <translation>无法读取 {name}。请检查它是否存在且小于 64 MB。</translation>
        </message>
        <message>
            <source>{name} cannot be read: {reason}.</source>
            <translation>无法读取 {name}：{reason}。</translation>
        </message>
        <message>
            <source>{name} holds no values.</source>
            <translation>{name} 不含任何值。</translation>
        </message>
        <message>
            <source>{name} is larger than {limit} MB. No preset is.</source>
            <translation>{name} 大于 {limit} MB，不可能是预设。</translation>
        </message>
        <message>
            <source>{name} is larger than {limit} MB. No workflow is.</source>
            <translation>{name} 大于 {limit} MB，不可能是工作流。</translation>
        </message>
        <message>
            <source>{name} is larger than {limit} MB. Use a smaller file.</source>
            <translation>{name} 大于 {limit} MB。请使用较小的文件。</translation>
        </message>
        <message>
            <source>{name} is no preset: choose a file that was exported here.</source>
            <translation>{name} 不是预设：请选择从这里导出的文件。</translation>
        </message>
        <message>
            <source>{name} was exported by a newer version. Update this app to read it.</source>
            <translation>{name} 由较新的版本导出。请更新本应用以读取它。</translation>
        </message>
        <message>
            <source>{server} cannot run this as it stands.</source>
            <translation>{server} 无法按现状运行此工作流。</translation>
        </message>
        <message>
            <source>{server} is not connected: waiting for it.</source>
            <translation>{server} 未连接：正在等待它。</translation>
        </message>
        <message>
            <source>{server} lists no item {item} any more.</source>
            <translation>{server} 已没有项目 {item}。</translation>
        </message>
        <message>
            <source>{source} could not be installed: {reason}</source>
            <translation>无法安装 {source}：{reason}</translation>
        </message>
        <message>
            <source>{source} is no path on the server, no address and no repository.</source>
            <translation>{source} 不是服务器上的路径，也不是网址或仓库。</translation>
        </message>
        <message>
            <source>{source} wants an access token: accept its terms there, make a token, and try again with it.</source>
            <translation>{source} 需要访问令牌：请在那里接受条款、创建令牌，然后用它重试。</translation>
        </message>
        <message>
            <source>{url} answers, but it is no kind of server that is known here. Check the port.</source>
            <translation>{url} 有响应，但不是这里认识的服务器类型。请检查端口。</translation>
        </message>
        <message>
            <source>{url} answers, but it is no {product} server. Check the port.</source>
            <translation>{url} 有响应，但不是 {product} 服务器。请检查端口。</translation>
        </message>
        <message>
            <source>{url} answers, but there is nothing (404). Check the port, and the path under which a proxy has the server.</source>
            <translation>{url} 有响应，但那里什么都没有（404）。请检查端口以及代理下的服务器路径。</translation>
        </message>
        <message>
            <source>{url} cannot be reached. Check the address and the network.</source>
            <translation>无法连接 {url}。请检查地址和网络。</translation>
        </message>
        <message>
            <source>{url} did not answer within {seconds} seconds. It may be busy: trying again.</source>
            <translation>{url} 在 {seconds} 秒内没有响应。它可能正忙：正在重试。</translation>
        </message>
        <message>
            <source>{url} does not know this e-mail address with this password.</source>
            <translation>{url} 不认识此电子邮件地址和密码。</translation>
        </message>
        <message>
            <source>{url} does not offer this ({what}). Its version may be too old for it.</source>
            <translation>{url} 不提供此功能（{what}）。其版本可能太旧。</translation>
        </message>
        <message>
            <source>{url} does not speak https. Use http:// instead.</source>
            <translation>{url} 不支持 https。请改用 http://。</translation>
        </message>
        <message>
            <source>{url} gave an answer that cannot be read ({what}).</source>
            <translation>{url} 的回复无法读取（{what}）。</translation>
        </message>
        <message>
            <source>{url} is new: its first administrator is still to be made.</source>
            <translation>{url} 是新服务器：尚未创建第一个管理员。</translation>
        </message>
        <message>
            <source>{url} opened a stream and sent nothing for {seconds} s: its stream does not deliver, or a proxy holds it back. Items run without progress from now on.</source>
            <translation>{url} 打开了数据流，但 {seconds} 秒内没有发送任何内容：数据流没有送达，或被代理拦住。此后项目运行时没有进度。</translation>
        </message>
        <message>
            <source>{url} refuses live updates. Asking every few seconds instead.</source>
            <translation>{url} 拒绝实时更新。改为每隔几秒查询一次。</translation>
        </message>
        <message>
            <source>{url} sends you on to {target}. Use that address if you trust it.</source>
            <translation>{url} 将您转到 {target}。如果信任该地址，请使用它。</translation>
        </message>
        <message>
            <source>{url} wants you to sign in.</source>
            <translation>{url} 需要您登录。</translation>
        </message>
        <message>
            <source>{value} is no multiple of {limit}.</source>
            <translation>{value} 不是 {limit} 的倍数。</translation>
        </message>
        <message>
            <source>{value} is too large: it must be less than {limit}.</source>
            <translation>{value} 太大：必须小于 {limit}。</translation>
        </message>
        <message>
            <source>{value} is too large: the most is {limit}.</source>
            <translation>{value} 太大：最大为 {limit}。</translation>
        </message>
        <message>
            <source>{value} is too small: it must be more than {limit}.</source>
            <translation>{value} 太小：必须大于 {limit}。</translation>
        </message>
        <message>
            <source>{value} is too small: the least is {limit}.</source>
            <translation>{value} 太小：最小为 {limit}。</translation>
        </message>
        <message>
            <source>{what} is not on the server any more.</source>
            <translation>{what} 已不在服务器上。</translation>
        </message>
        <message>
            <source>“{text}” cannot be used here.</source>
            <translation>“{text}”不能在这里使用。</translation>
        </message>
        <message>
            <source>“{text}” is not a color: write it like #RRGGBB or #RRGGBBAA.</source>
            <translation>“{text}”不是颜色：请写成 #RRGGBB 或 #RRGGBBAA。</translation>
        </message>
        <message>
            <source>“{text}” is not a number.</source>
            <translation>“{text}”不是数字。</translation>
        </message>
        <message>
            <source>“{value}” is none of the choices.</source>
            <translation>“{value}”不在可选项中。</translation>
        </message>
        <message>
            <source>“{value}” means nothing for the filter {name}: it is left out.</source>
            <translation>“{value}”对筛选条件 {name} 没有意义：已略过。</translation>
        </message>
    </context>
</TS>
