import type { Operation } from "../operation.ts";
import { getDescription, getGuide, getLimits } from "./about.ts";
import { getCatalog, getExample, getSchema } from "./catalog.ts";
import { compareAnswers } from "./compare.ts";
import { checkAnswers, planDesign, renderDesign, reviewDesign, suggestTier } from "./design.ts";
import {
  acceptProjectTask,
  getProjectChecks,
  getProjectDesign,
  getProjectTask,
  listProjectTasks,
  submitProjectDraft,
} from "./project.ts";
import {
  approveProjectPlan,
  changeProjectAnswers,
  getProjectAnswers,
  getProjectReport,
  getProjectRepository,
  listProjectEvents,
} from "./project-owner.ts";
import {
  addProjectComment,
  getProjectDiscussion,
  listProjectLinks,
  makeProjectLink,
  resolveProjectComment,
  revokeProjectLink,
} from "./project-share.ts";
import { reportDesign } from "./report.ts";

/** Every endpoint of the API, in the order in which the guide and the reference list them. */
export const operations: readonly Operation[] = [
  getExample,
  getCatalog,
  getSchema,
  checkAnswers,
  suggestTier,
  reviewDesign,
  planDesign,
  renderDesign,
  reportDesign,
  compareAnswers,
  listProjectTasks,
  getProjectTask,
  submitProjectDraft,
  getProjectChecks,
  getProjectDesign,
  acceptProjectTask,
  getProjectAnswers,
  changeProjectAnswers,
  approveProjectPlan,
  listProjectEvents,
  getProjectReport,
  getProjectRepository,
  listProjectLinks,
  makeProjectLink,
  revokeProjectLink,
  getProjectDiscussion,
  addProjectComment,
  resolveProjectComment,
  getGuide,
  getLimits,
  getDescription,
];
