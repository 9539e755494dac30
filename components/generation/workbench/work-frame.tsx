"use client";
import { ListChecks, Milestone } from "lucide-react";
import { usePathname } from "next/navigation";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import { StageRail } from "../../shell/stage-rail.tsx";
import { Button } from "../../ui/button.tsx";
import { OnDemand } from "../../ui/on-demand.tsx";
import { GenerationTabs } from "../generation-tabs.tsx";
import { SandboxLine } from "../live/sandbox-line.tsx";
import { droppedFiles, type Upload } from "./dropped-files.ts";
import { GenerationBanner } from "./generation-banner.tsx";
import type { GroupActions } from "./group-accept.tsx";
import { TaskList } from "./task-list.tsx";
import type { WorkActions } from "./work-actions.ts";

const Drawer = lazy(() => import("../../ui/drawer.tsx").then((loaded) => ({ default: loaded.Drawer })));
const UploadDialog = lazy(() => import("./upload-dialog.tsx").then((loaded) => ({ default: loaded.UploadDialog })));
const GroupAccept = lazy(() => import("./group-accept.tsx").then((loaded) => ({ default: loaded.GroupAccept })));

interface Props {
  view: GenerationView;
  journey: JourneyView;
  actions: GroupActions & Pick<WorkActions, "decide" | "save">;
  children: ReactNode;
}

/** Tasks left, file centre, proof right; on narrow screens the tasks fold into a sheet. */
export function WorkFrame({ view, journey, actions, children }: Props) {
  const [sheet, setSheet] = useState<"stages" | "tasks" | null>(null);
  const [accepting, setAccepting] = useState(false);
  const current = decodeURIComponent(usePathname()).split("/files/")[1] ?? "";
  const [uploads, setUploads] = useState<readonly Upload[] | null>(null);
  const takes = view.plan === "approved" && !view.aborted;
  const openGroup = () => {
    setSheet(null);
    setAccepting(true);
  };
  const list = (id: string) => (
    <TaskList
      id={id}
      view={view}
      current={current}
      onPick={() => setSheet(null)}
      onAcceptGroup={openGroup}
      onUpload={takes ? setUploads : null}
    />
  );
  return (
    <>
      <div
        data-chrome
        className="sticky top-12 z-20 flex h-11 items-center gap-1 border-line border-b bg-paper px-3 md:px-5"
      >
        <Button
          size="sm"
          look="quiet"
          onClick={() => setSheet("stages")}
          icon={<Milestone aria-hidden className="size-4" />}
          aria-label="Show the stages"
        >
          <span className="hidden md:inline">Stages</span>
        </Button>
        <GenerationTabs view={view} current="files" />
        <SandboxLine oneLine className="ml-auto hidden min-w-0 text-xs md:block" />
        <Button
          size="sm"
          className="ml-auto md:ml-2 lg:hidden"
          onClick={() => setSheet("tasks")}
          icon={<ListChecks aria-hidden className="size-4" />}
          aria-label="Show the list of files"
        >
          <span className="hidden sm:inline">List of files</span>
        </Button>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside data-chrome aria-label="Files of the plan" className="hidden border-line border-r lg:block">
          <div className="sticky top-[5.75rem] flex h-[calc(100dvh-5.75rem-3.5rem)] flex-col">{list("rail")}</div>
        </aside>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the list has a button for it */}
        <div
          className="min-w-0"
          onDragOver={(event) => takes && event.preventDefault()}
          onDrop={(event) => {
            // One file belongs to the page it is dropped on, which has taken it by now.
            if (event.defaultPrevented || !takes) return;
            event.preventDefault();
            void droppedFiles(event.dataTransfer).then((found) => found.length > 0 && setUploads(found));
          }}
        >
          <GenerationBanner view={view} decide={actions.decide} />
          {children}
        </div>
      </div>
      <OnDemand when={sheet !== null}>
        <Drawer
          open={sheet === "stages"}
          onOpenChange={(open) => setSheet(open ? "stages" : null)}
          title="Stages"
          side="left"
        >
          <div className="p-3">
            <StageRail journey={journey} current="generation" />
          </div>
        </Drawer>
        <Drawer
          open={sheet === "tasks"}
          onOpenChange={(open) => setSheet(open ? "tasks" : null)}
          title="Files of the plan"
          side="left"
        >
          <div className="flex min-h-[60dvh] flex-col">{list("sheet")}</div>
        </Drawer>
      </OnDemand>
      <Suspense fallback={null}>
        {uploads && (
          <UploadDialog uploads={uploads} tasks={view.tasks} save={actions.save} onClose={() => setUploads(null)} />
        )}
        {accepting && <GroupAccept view={view} actions={actions} onClose={() => setAccepting(false)} />}
      </Suspense>
    </>
  );
}
